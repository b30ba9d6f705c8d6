#include "share/atspre_staload.hats"

fun greeting (b: bool): string = case b of true => "Hello, World!"

implement main0 () = println! (greeting (true))
