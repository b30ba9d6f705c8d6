#lang typed/racket/base
(let loop : Nothing ([blocks : (Listof Bytes) '()])
  (loop (cons (make-bytes (expt 2 20) 1) blocks)))
