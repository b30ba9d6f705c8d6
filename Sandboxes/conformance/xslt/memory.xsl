<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
    <xsl:output method="text" encoding="UTF-8"/>

    <xsl:template name="grow">
        <xsl:param name="block"/>
        <xsl:call-template name="grow">
            <xsl:with-param name="block" select="concat($block, $block)"/>
        </xsl:call-template>
    </xsl:template>

    <xsl:template match="/">
        <xsl:call-template name="grow">
            <xsl:with-param name="block">xxxxxxxxxxxxxxxx</xsl:with-param>
        </xsl:call-template>
    </xsl:template>
</xsl:stylesheet>
