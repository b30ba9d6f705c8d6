object Main extends App {
  val known = 1
  println(known + unknown)
}
