include(`/dev/stdin')dnl
žluťoučký kůň, καλημέρα, 日本語, 🙂
