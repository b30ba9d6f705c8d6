(use-modules (ice-9 threads))

(define sum 0)
(define lock (make-mutex))

(define (start number)
  (call-with-new-thread
   (lambda ()
     (do ((i 0 (+ i 1)))
         ((= i 1000))
       (with-mutex lock (set! sum (+ sum number)))))))

(for-each join-thread (map start '(0 1 2 3)))
(display sum)
(newline)
