: fail ( -- )
  -9 throw ;

fail
