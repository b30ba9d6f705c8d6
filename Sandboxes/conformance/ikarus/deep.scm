(import (rnrs))

(define (depth n)
  (if (zero? n) 0 (+ 1 (depth (- n 1)))))

(display (depth 100000))
(newline)
