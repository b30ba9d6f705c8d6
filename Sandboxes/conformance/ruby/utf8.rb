2.times { puts gets }
puts 'žluťoučký kůň, καλημέρα, 日本語, 🙂'
