create line 32 allot

: read-integer ( -- n )
  line 30 stdin read-line throw drop
  line swap s>number? 2drop ;

: sum ( -- n )
  0 read-integer 0 ?do read-integer + loop ;

sum . cr
