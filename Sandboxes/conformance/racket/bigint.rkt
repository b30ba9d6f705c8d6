#lang racket/base
(displayln (for/product ([i (in-range 1 51)]) i))
