fun main() {
    val input = System.`in`.bufferedReader()
    val count = input.readLine().toInt()
    var sum = 0L
    repeat(count) { sum += input.readLine().toInt() }
    println(sum)
}
