#include "share/atspre_staload.hats"

exception NobodyCatchesThis of ()

implement main0 () = $raise NobodyCatchesThis ()
