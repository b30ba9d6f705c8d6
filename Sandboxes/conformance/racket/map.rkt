#lang racket/base
(define counts (make-hash))
(for ([word (in-lines)])
  (hash-update! counts word add1 0))
(displayln (hash-count counts))
(displayln (hash-ref counts "judge"))
