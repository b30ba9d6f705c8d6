uncaught
 write 1/0
 quit
