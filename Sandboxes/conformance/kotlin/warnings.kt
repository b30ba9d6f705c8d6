fun main() {
    val unused = 1
    println("Hello, World!")
}
