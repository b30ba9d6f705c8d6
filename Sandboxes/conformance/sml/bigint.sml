fun factorial 0 = 1 : IntInf.int
  | factorial n = n * factorial (n - 1)

fun main () = print (IntInf.toString (factorial 50) ^ "\n")
