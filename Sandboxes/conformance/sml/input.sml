fun read (count, last) =
    case TextIO.inputLine TextIO.stdIn of
        SOME line => read (count + 1, line)
      | NONE => print (Int.toString count ^ "\n" ^ last)

fun main () = read (0, "")
