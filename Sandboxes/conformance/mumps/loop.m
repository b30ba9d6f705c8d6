loop
 new counter
 set counter=0
 for  set counter=counter+1#1000
