#include "share/atspre_staload.hats"

#define ATS_DYNLOADFLAG 0

staload "./greeting.sats"

implement greet (name) = println! ("Hello, ", name, "!")
