#lang racket/base
(define line (make-string 99 #\x))
(for ([_ (in-range 100000)])
  (displayln line))
