#lang typed/racket/base
(define-values (count last)
  (for/fold ([count : Integer 0] [last : String ""]) ([line (in-lines)])
    (values (add1 count) line)))
(displayln count)
(displayln last)
