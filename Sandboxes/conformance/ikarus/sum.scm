(import (rnrs))

(let loop ((count (read)) (sum 0))
  (if (zero? count)
      (begin (display sum) (newline))
      (loop (- count 1) (+ sum (read)))))
