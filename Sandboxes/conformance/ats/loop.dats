#include "share/atspre_staload.hats"

fun loop (counter: uint): void = loop (counter + 1u)

implement main0 () = loop (0u)
