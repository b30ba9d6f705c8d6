input,
input,
"žluťoučký kůň, καλημέρα, 日本語, 🙂"
