output
 new line,i
 set line=$translate($justify("",99)," ","x")
 for i=1:1:100000 write line,!
 quit
