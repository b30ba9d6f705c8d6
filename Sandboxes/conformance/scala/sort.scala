import scala.io.Source

object Main extends App {
  val count :: values = Source.stdin.getLines().map(_.toInt).toList
  println(values.sorted.mkString("\n"))
}
