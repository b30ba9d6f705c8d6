file:read-text("/dev/stdin") || "žluťoučký kůň, καλημέρα, 日本語, 🙂"
