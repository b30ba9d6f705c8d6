fun main() {
    val counts = System.`in`.bufferedReader().lineSequence().groupingBy { it }.eachCount()
    println(counts.size)
    println(counts["judge"])
}
