<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:str="http://exslt.org/strings">
    <xsl:output method="text" encoding="UTF-8"/>

    <xsl:template match="/">
        <xsl:variable name="line" select="str:padding(99, 'x')"/>
        <xsl:for-each select="str:tokenize(str:padding(100000, 'x'), '')">
            <xsl:value-of select="concat($line, '&#10;')"/>
        </xsl:for-each>
    </xsl:template>
</xsl:stylesheet>
