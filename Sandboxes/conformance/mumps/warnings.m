warnings
 write "Hello, World!",!
 quit
 . write "never",!
