import java.util.concurrent.atomic.AtomicInteger
import scala.concurrent.{Await, Future}
import scala.concurrent.ExecutionContext.Implicits.global
import scala.concurrent.duration.Duration

object Main {
  def main(arguments: Array[String]): Unit = {
    val sum = new AtomicInteger
    val tasks = (0 until 4).map { number =>
      Future { for (_ <- 1 to 1000) sum.addAndGet(number) }
    }
    Await.ready(Future.sequence(tasks), Duration.Inf)
    println(sum)
  }
}
