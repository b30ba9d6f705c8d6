<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:str="http://exslt.org/strings">
    <xsl:output method="text" encoding="UTF-8"/>
    <xsl:key name="word" match="token" use="."/>

    <xsl:template match="/">
        <xsl:variable name="words" select="str:tokenize(/input, '&#10;')"/>
        <xsl:for-each select="$words[1]">
            <xsl:value-of select="count($words[generate-id() = generate-id(key('word', .)[1])])"/>
            <xsl:text>&#10;</xsl:text>
            <xsl:value-of select="count(key('word', 'judge'))"/>
        </xsl:for-each>
    </xsl:template>
</xsl:stylesheet>
