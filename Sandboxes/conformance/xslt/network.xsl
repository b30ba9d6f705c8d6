<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
    <xsl:output method="text" encoding="UTF-8"/>

    <xsl:template match="/">
        <xsl:if test="not(document('http://192.0.2.1:80/'))">no network</xsl:if>
    </xsl:template>
</xsl:stylesheet>
