fun main() {
    val n = readLine()!!.trim().toInt()
    val meetings = List(n) {
        val (begin, end) = readLine()!!.split(" ").map(String::toInt)
        begin to end
    }
    val blocks = mutableListOf<Pair<Int, Int>>()
    for ((begin, end) in meetings.sortedBy { it.first }) {
        val last = blocks.lastOrNull()
        if (last != null && begin <= last.second) {
            blocks[blocks.size - 1] = last.first to maxOf(last.second, end)
        } else {
            blocks.add(begin to end)
        }
    }
    println("${blocks.size} ${blocks.map { (begin, end) -> (end - begin).toLong() }.sum()}")
    println(blocks.joinToString("\n") { (begin, end) -> "$begin $end" })
}
