fun main() {
    val greeting = "Hello, World!"
    println(greeting!!)
}
