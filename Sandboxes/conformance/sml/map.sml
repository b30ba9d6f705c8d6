val counts : int HashArray.hash = HashArray.hash 1000
val different = ref 0

fun count () =
    case TextIO.inputLine TextIO.stdIn of
        NONE => ()
      | SOME line =>
        let val word = String.substring (line, 0, size line - 1)
        in
            case HashArray.sub (counts, word) of
                SOME n => HashArray.update (counts, word, n + 1)
              | NONE => (different := !different + 1; HashArray.update (counts, word, 1));
            count ()
        end

fun main () =
    (count ();
     print (Int.toString (!different) ^ "\n");
     print (Int.toString (getOpt (HashArray.sub (counts, "judge"), 0)) ^ "\n"))
