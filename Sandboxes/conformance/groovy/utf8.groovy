def input = System.in.newReader()
2.times { println input.readLine() }
println 'žluťoučký kůň, καλημέρα, 日本語, 🙂'
