#lang typed/racket/base
(displayln (for/product : Integer ([i (in-range 1 51)]) i))
