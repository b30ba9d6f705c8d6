greeting
 quit
greet(name)
 write "Hello, ",name,"!",!
 quit
