: depth-of ( n -- n )
  dup if 1- recurse 1+ then ;

100000 depth-of . cr
