(define sum 0)
(define running 4)
(define lock (make-mutex))
(define finished (make-condition))

(define (start number)
  (fork-thread
   (lambda ()
     (do ((i 0 (+ i 1)))
         ((= i 1000))
       (with-mutex lock (set! sum (+ sum number))))
     (with-mutex lock
       (set! running (- running 1))
       (condition-signal finished)))))

(for-each start '(0 1 2 3))
(with-mutex lock
  (let loop ()
    (unless (zero? running)
      (condition-wait finished lock)
      (loop))))
(display sum)
(newline)
