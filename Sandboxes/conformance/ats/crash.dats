#include "share/atspre_staload.hats"

implement main0 () = $extfcall (void, "abort")
