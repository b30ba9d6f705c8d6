#lang typed/racket/base
(provide greet)

(: greet (-> String Void))
(define (greet name)
  (printf "Hello, ~a!\n" name))
