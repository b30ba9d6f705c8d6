2.times { puts read_line }
puts "žluťoučký kůň, καλημέρα, 日本語, 🙂"
