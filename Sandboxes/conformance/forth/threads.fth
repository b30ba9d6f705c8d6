require tasker.fs

variable sum
variable running

: start ( number -- )
  1 running +!
  1 65536 NewTask pass
  1000 0 do dup sum +! pause loop drop
  -1 running +! ;

: wait ( -- )
  begin pause running @ 0= until ;

0 start 1 start 2 start 3 start
wait
sum @ . cr
