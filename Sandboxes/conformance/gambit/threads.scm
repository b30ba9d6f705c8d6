(define sum 0)
(define lock (make-mutex))

(define (start number)
  (thread-start!
   (make-thread
    (lambda ()
      (do ((i 0 (+ i 1)))
          ((= i 1000))
        (mutex-lock! lock)
        (set! sum (+ sum number))
        (mutex-unlock! lock))))))

(for-each thread-join! (map start '(0 1 2 3)))
(display sum)
(newline)
