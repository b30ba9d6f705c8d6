writeLines(readLines(file("stdin"), 2))
cat("žluťoučký kůň, καλημέρα, 日本語, 🙂\n")
