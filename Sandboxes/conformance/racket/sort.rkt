#lang racket/base
(define count (string->number (read-line)))
(define numbers
  (for/list ([line (in-lines)] [_ (in-range count)])
    (string->number line)))
(for-each displayln (sort numbers <))
