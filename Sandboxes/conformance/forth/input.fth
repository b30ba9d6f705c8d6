create line 1026 allot
create last-line 1026 allot
variable last-length

: lines ( -- count )
  0 begin
    line 1024 stdin read-line throw
  while
    dup last-length ! line last-line rot move
    1+
  repeat drop ;

lines . cr
last-line last-length @ type cr
