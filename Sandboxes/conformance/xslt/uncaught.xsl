<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
    <xsl:output method="text" encoding="UTF-8"/>

    <xsl:template match="/">
        <xsl:message terminate="yes">nobody catches this</xsl:message>
    </xsl:template>
</xsl:stylesheet>
