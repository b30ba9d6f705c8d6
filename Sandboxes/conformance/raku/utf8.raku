.say for lines.head(2);
say 'žluťoučký kůň, καλημέρα, 日本語, 🙂';
