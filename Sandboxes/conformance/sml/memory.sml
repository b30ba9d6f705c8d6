fun grow blocks = grow (Array.array (131072, 1) :: blocks)

fun main () = grow []
