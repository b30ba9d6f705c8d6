fun main() {
    val lines = System.`in`.bufferedReader().readLines()
    println(lines.size)
    println(lines.last())
}
