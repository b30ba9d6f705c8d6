broken
 new known
 set known=1 / ) 2
 quit
