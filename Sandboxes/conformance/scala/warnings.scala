object Main extends App {
  if (1 == "1") println("never")
  println("Hello, World!")
}
