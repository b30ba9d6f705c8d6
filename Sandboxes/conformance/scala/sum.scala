import scala.io.Source

object Main {
  def main(arguments: Array[String]): Unit = {
    val numbers = Source.stdin.getLines().map(_.toLong)
    val count = numbers.next().toInt
    println(numbers.take(count).sum)
  }
}
