#lang typed/racket/base
(: read-integer (-> Integer))
(define (read-integer)
  (assert (string->number (assert (read-line) string?)) exact-integer?))

(define numbers
  (for/list : (Listof Integer) ([_ (in-range (read-integer))])
    (read-integer)))
(for-each displayln (sort numbers <))
