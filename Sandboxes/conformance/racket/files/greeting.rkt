#lang racket/base
(provide greet)

(define (greet name)
  (printf "Hello, ~a!\n" name))
