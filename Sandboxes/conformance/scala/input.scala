import scala.io.Source

object Main extends App {
  val lines = Source.stdin.getLines().toVector
  println(lines.size)
  println(lines.last)
}
