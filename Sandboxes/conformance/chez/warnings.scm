(define (never)
  ((lambda (x) x) 1 2))

(display "Hello, World!")
(newline)
