#include "share/atspre_staload.hats"

staload "./greeting.sats"

implement main0 () = greet ("World")
