import scala.io.Source

object Main extends App {
  val counts = Source.stdin.getLines().toVector.groupBy(identity).mapValues(_.size)
  println(counts.size)
  println(counts("judge"))
}
