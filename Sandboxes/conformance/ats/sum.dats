#include "share/atspre_staload.hats"

fun number (): llint = let
  var value: llint = 0LL
  val _ = $extfcall (int, "scanf", "%lld", addr@value)
in
  value
end

fun total (count: llint, sum: llint): llint =
  if count = 0LL then sum else total (count - 1LL, sum + number ())

implement main0 () = println! (total (number (), 0LL))
