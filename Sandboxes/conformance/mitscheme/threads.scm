(define sum 0)
(define running 4)

(define (start number)
  (create-thread #f
    (lambda ()
      (do ((i 0 (+ i 1)))
          ((= i 1000))
        (without-interrupts (lambda () (set! sum (+ sum number)))))
      (without-interrupts (lambda () (set! running (- running 1)))))))

(for-each start '(0 1 2 3))
(let loop ()
  (if (> running 0)
      (begin (yield-current-thread) (loop))))
(display sum)
(newline)
