#lang racket/base
(let loop ([counter 0])
  (loop (modulo (add1 counter) 1000)))
