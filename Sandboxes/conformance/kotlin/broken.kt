fun main() {
    val known = 1
    println(known + unknown)
}
