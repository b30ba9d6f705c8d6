#lang typed/racket/base
(: known Integer)
(define known "one")
(displayln known)
