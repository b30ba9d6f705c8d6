val line = implode (List.tabulate (99, fn _ => #"x")) ^ "\n"

fun write 0 = ()
  | write count = (TextIO.output (TextIO.stdOut, line); write (count - 1))

fun main () = write 100000
