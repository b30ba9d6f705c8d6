import java.io.PrintWriter

object Main {
  def main(arguments: Array[String]): Unit = {
    val out = new PrintWriter(System.out)
    val line = "x" * 99
    for (_ <- 1 to 100000) out.println(line)
    out.flush()
  }
}
