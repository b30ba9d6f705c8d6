object Main {
  def main(arguments: Array[String]): Unit = {
    var counter = 0
    while (true) counter += 1
  }
}
