<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
    <xsl:output method="text" encoding="UTF-8"/>

    <xsl:template match="/">
        <xsl:value-of select="/input"/>
        <xsl:text>žluťoučký kůň, καλημέρα, 日本語, 🙂&#10;</xsl:text>
    </xsl:template>
</xsl:stylesheet>
