#lang racket/base
(define count (string->number (read-line)))
(displayln (for/sum ([line (in-lines)] [_ (in-range count)])
             (string->number line)))
