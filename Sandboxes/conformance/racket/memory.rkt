#lang racket/base
(let loop ([blocks '()])
  (loop (cons (make-bytes (expt 2 20) 1) blocks)))
