import java.util.concurrent.atomic.AtomicInteger
import kotlin.concurrent.thread

fun main() {
    val sum = AtomicInteger()
    val threads = List(4) { number ->
        thread { repeat(1000) { sum.addAndGet(number) } }
    }
    threads.forEach { it.join() }
    println(sum)
}
