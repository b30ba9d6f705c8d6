use "greeting.sml";

fun main () = greet "World"
