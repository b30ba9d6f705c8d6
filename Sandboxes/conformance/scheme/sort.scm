(define (read-numbers count)
  (let loop ((count count) (numbers '()))
    (if (zero? count)
        numbers
        (loop (- count 1) (cons (read) numbers)))))

(for-each
 (lambda (number)
   (display number)
   (newline))
 (sort (read-numbers (read)) <))
