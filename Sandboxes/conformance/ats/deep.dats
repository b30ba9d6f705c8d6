#include "share/atspre_staload.hats"

fun depth (n: int): int = if n = 0 then 0 else 1 + depth (n - 1)

implement main0 () = println! (depth (100000))
