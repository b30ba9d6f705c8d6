#lang typed/racket/base
(: depth (-> Integer Integer))
(define (depth n)
  (if (zero? n) 0 (add1 (depth (sub1 n)))))

(displayln (depth 100000))
