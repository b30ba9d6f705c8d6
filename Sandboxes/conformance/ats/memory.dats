#include "share/atspre_staload.hats"

fun grow {n:nat} (blocks: list (arrayref (int, 262144), n)): void =
  grow (list_cons (arrayref_make_elt<int> (i2sz 262144, 1), blocks))

implement main0 () = grow (list_nil ())
