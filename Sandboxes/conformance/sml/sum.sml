fun number () = valOf (TextIO.scanStream (Int.scan StringCvt.DEC) TextIO.stdIn)

fun sum (0, total) = total
  | sum (count, total) = sum (count - 1, total + number ())

val minus = String.map (fn #"~" => #"-" | c => c)

fun main () = print (minus (Int.toString (sum (number (), 0))) ^ "\n")
