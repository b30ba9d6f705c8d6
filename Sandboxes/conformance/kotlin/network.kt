import java.io.IOException
import java.net.Socket

fun main() {
    try {
        Socket("192.0.2.1", 80)
    } catch (e: IOException) {
        println("no network")
    }
}
