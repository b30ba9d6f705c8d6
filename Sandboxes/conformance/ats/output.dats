#include "share/atspre_staload.hats"

val line = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

fun write (count: int): void =
  if count > 0 then (println! (line); write (count - 1))

implement main0 () = write (100000)
