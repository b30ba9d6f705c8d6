<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
    <xsl:template name="greet">
        <xsl:param name="name"/>
        <xsl:value-of select="concat('Hello, ', $name, '!')"/>
    </xsl:template>
</xsl:stylesheet>
