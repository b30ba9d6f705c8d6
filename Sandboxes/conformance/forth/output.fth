create line 99 allot
line 99 char x fill

: flood ( -- )
  100000 0 do line 99 type cr loop ;

flood
