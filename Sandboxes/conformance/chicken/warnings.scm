(define (never)
  (car 1 2))

(print "Hello, World!")
