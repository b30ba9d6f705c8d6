<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:str="http://exslt.org/strings">
    <xsl:output method="text" encoding="UTF-8"/>

    <xsl:template match="/">
        <xsl:variable name="numbers" select="str:tokenize(str:padding(100000, 'x'), '')"/>
        <xsl:for-each select="$numbers">
            <xsl:for-each select="$numbers">
                <xsl:for-each select="$numbers"/>
                <xsl:if test="false()">never</xsl:if>
            </xsl:for-each>
        </xsl:for-each>
    </xsl:template>
</xsl:stylesheet>
