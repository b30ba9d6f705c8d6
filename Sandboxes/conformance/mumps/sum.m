sum
 new count,value,sum,i
 read count
 set sum=0
 for i=1:1:count read value set sum=sum+value
 write sum,!
 quit
