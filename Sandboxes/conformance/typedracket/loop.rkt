#lang typed/racket/base
(let loop : Nothing ([counter : Integer 0])
  (loop (modulo (add1 counter) 1000)))
