fun main() {
    repeat(2) { println(readLine()) }
    println("žluťoučký kůň, καλημέρα, 日本語, 🙂")
}
