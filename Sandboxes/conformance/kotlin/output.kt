fun main() {
    val line = "x".repeat(99)
    System.out.bufferedWriter().use { out ->
        repeat(100_000) { out.write("$line\n") }
    }
}
