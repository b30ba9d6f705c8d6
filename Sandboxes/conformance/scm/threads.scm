(require 'process)

(define sum 0)
(define running 4)

(define (start number)
  (add-process!
   (lambda (self)
     (do ((i 0 (+ i 1)))
         ((= i 1000))
       (set! sum (+ sum number))
       (process:schedule!))
     (set! running (- running 1))
     (process:schedule!))))

(for-each start '(0 1 2 3))
(let loop ()
  (if (> running 0)
      (begin (process:schedule!) (loop))))
(display sum)
(newline)
