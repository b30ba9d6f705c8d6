#lang typed/racket/base
(exit 3)
