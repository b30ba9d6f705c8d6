#include "share/atspre_staload.hats"
#include "share/HATS/atspre_staload_libats_ML.hats"

fun number (): int = let
  var value: int = 0
  val _ = $extfcall (int, "scanf", "%d", addr@value)
in
  value
end

fun read (count: int, values: list0 (int)): list0 (int) =
  if count = 0 then values else read (count - 1, list0_cons (number (), values))

implement main0 () = let
  val values = read (number (), list0_nil ())
  val sorted = list0_mergesort<int> (values, lam (a, b) => compare (a, b))
in
  list0_foreach<int> (sorted, lam value => println! (value))
end
