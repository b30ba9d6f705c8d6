(import (chicken sort))

(define (read-numbers count)
  (let loop ((count count) (numbers '()))
    (if (zero? count)
        numbers
        (loop (- count 1) (cons (read) numbers)))))

(for-each print (sort (read-numbers (read)) <))
