import java.net.Socket
import scala.util.{Failure, Success, Try}

object Main extends App {
  Try(new Socket("192.0.2.1", 80)) match {
    case Failure(_) => println("no network")
    case Success(_) => println("network")
  }
}
