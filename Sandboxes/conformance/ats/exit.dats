#include "share/atspre_staload.hats"

implement main0 () = exit_void (3)
