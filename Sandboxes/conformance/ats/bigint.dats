#include "share/atspre_staload.hats"

#staload "contrib/atscntrb/atscntrb-hx-intinf/SATS/intinf_t.sats"
#staload _ = "contrib/atscntrb/atscntrb-hx-intinf/DATS/intinf_t.dats"
#staload _ = "contrib/atscntrb/atscntrb-hx-intinf/DATS/intinf_vt.dats"

fun factorial {n:nat} (n: int (n)): Intinf =
  if n = 0 then int2intinf (1) else mul_int_intinf (n, factorial (n - 1))

implement main0 () = (print_intinf (factorial (50)); print_newline ())
