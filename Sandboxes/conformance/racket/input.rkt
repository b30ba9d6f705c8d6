#lang racket/base
(define-values (count last)
  (for/fold ([count 0] [last ""]) ([line (in-lines)])
    (values (add1 count) line)))
(displayln count)
(displayln last)
