(when (is "Hello" "Hello")
  (print "Hello, World!"))
