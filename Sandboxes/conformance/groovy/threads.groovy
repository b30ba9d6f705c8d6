import java.util.concurrent.atomic.AtomicInteger

def sum = new AtomicInteger()
def threads = (0..3).collect { number ->
    Thread.start { 1000.times { sum.addAndGet(number) } }
}
threads*.join()
println sum
