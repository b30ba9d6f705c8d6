import scala.collection.mutable.ArrayBuffer

object Main extends App {
  val blocks = ArrayBuffer.empty[Array[Byte]]
  while (true) blocks += new Array[Byte](1 << 20)
}
