#lang typed/racket/base
(error "nobody handles this")
