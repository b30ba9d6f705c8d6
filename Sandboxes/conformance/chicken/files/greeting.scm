(define (greet name)
  (print "Hello, " name "!"))
