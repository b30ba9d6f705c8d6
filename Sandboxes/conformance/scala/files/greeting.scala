object Greeting {
  def greet(name: String): Unit = println(s"Hello, $name!")
}
