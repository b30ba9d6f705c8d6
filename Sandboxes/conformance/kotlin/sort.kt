fun main() {
    val input = System.`in`.bufferedReader()
    val values = IntArray(input.readLine().toInt()) { input.readLine().toInt() }
    values.sort()
    println(values.joinToString("\n"))
}
