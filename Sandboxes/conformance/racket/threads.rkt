#lang racket/base
(define sum 0)
(define lock (make-semaphore 1))

(define threads
  (for/list ([number (in-range 4)])
    (thread
     (lambda ()
       (for ([_ (in-range 1000)])
         (call-with-semaphore lock (lambda () (set! sum (+ sum number)))))))))

(for-each thread-wait threads)
(displayln sum)
