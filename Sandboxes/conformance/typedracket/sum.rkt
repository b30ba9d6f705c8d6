#lang typed/racket/base
(: read-integer (-> Integer))
(define (read-integer)
  (assert (string->number (assert (read-line) string?)) exact-integer?))

(displayln (for/fold ([sum : Integer 0]) ([_ (in-range (read-integer))])
             (+ sum (read-integer))))
