<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
    <xsl:output method="text" encoding="UTF-8"/>

    <xsl:template name="depth">
        <xsl:param name="n"/>
        <xsl:choose>
            <xsl:when test="$n = 0">0</xsl:when>
            <xsl:otherwise>
                <xsl:variable name="rest">
                    <xsl:call-template name="depth">
                        <xsl:with-param name="n" select="$n - 1"/>
                    </xsl:call-template>
                </xsl:variable>
                <xsl:value-of select="$rest + 1"/>
            </xsl:otherwise>
        </xsl:choose>
    </xsl:template>

    <xsl:template match="/">
        <xsl:call-template name="depth">
            <xsl:with-param name="n" select="100000"/>
        </xsl:call-template>
    </xsl:template>
</xsl:stylesheet>
