#lang typed/racket/base
(displayln "Hello, World!")
