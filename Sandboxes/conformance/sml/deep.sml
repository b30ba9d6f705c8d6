fun depth 0 = 0
  | depth n = 1 + depth (n - 1)

fun main () = print (Int.toString (depth 100000) ^ "\n")
