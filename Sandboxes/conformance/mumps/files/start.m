start
 do greet^greeting("World")
 quit
