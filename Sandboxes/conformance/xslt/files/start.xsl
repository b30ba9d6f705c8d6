<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
    <xsl:import href="greeting.xsl"/>
    <xsl:output method="text" encoding="UTF-8"/>

    <xsl:template match="/">
        <xsl:call-template name="greet">
            <xsl:with-param name="name">World</xsl:with-param>
        </xsl:call-template>
    </xsl:template>
</xsl:stylesheet>
