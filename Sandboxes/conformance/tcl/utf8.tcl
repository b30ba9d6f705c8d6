puts [gets stdin]
puts [gets stdin]
puts "žluťoučký kůň, καλημέρα, 日本語, 🙂"
