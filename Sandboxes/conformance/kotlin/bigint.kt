fun main() {
    println((1..50).map { it.toBigInteger() }.reduce { product, n -> product * n })
}
