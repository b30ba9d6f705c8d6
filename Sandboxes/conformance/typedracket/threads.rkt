#lang typed/racket/base
(: sum Integer)
(define sum 0)
(define lock (make-semaphore 1))

(define threads
  (for/list : (Listof Thread) ([number (in-range 4)])
    (thread
     (lambda ()
       (for ([_ (in-range 1000)])
         (semaphore-wait lock)
         (set! sum (+ sum number))
         (semaphore-post lock))))))

(for-each thread-wait threads)
(displayln sum)
