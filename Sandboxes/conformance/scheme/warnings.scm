(define (never)
  (no-such-procedure 1))

(display "Hello, World!")
(newline)
