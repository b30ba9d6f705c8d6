deep
 write $$depth(100000),!
 quit
depth(n)
 if n=0 quit 0
 quit $$depth(n-1)+1
