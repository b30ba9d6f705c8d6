input
 new count,line,last
 set count=0
 for  read line quit:$zeof  set count=count+1,last=line
 write count,!,last,!
 quit
