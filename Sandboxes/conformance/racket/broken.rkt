#lang racket/base
(define known 1)
(displayln (/ known unknown))
