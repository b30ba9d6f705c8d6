object Start extends App {
  Greeting.greet("World")
}
