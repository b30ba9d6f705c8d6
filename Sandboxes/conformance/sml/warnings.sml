fun greeting true = "Hello, World!\n"

fun main () = print (greeting true)
