#lang racket/base
(require "greeting.rkt")

(greet "World")
