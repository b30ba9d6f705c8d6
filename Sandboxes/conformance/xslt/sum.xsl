<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:str="http://exslt.org/strings">
    <xsl:output method="text" encoding="UTF-8"/>

    <xsl:template match="/">
        <xsl:variable name="lines" select="str:tokenize(/input, '&#10;')"/>
        <xsl:value-of select="format-number(sum($lines[position() &gt; 1]), '0')"/>
    </xsl:template>
</xsl:stylesheet>
