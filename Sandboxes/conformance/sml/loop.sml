fun loop counter = loop ((counter + 1) mod 65536)

fun main () = loop 0
