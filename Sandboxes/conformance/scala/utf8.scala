import scala.io.StdIn.readLine

object Main extends App {
  for (_ <- 1 to 2) println(readLine())
  println("žluťoučký kůň, καλημέρα, 日本語, 🙂")
}
