#lang typed/racket/base
(require "greeting.rkt")

(greet "World")
