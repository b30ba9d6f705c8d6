{ print }
END { print "žluťoučký kůň, καλημέρα, 日本語, 🙂" }
