#lang typed/racket/base
(: counts (HashTable String Integer))
(define counts (make-hash))
(for ([word (in-lines)])
  (hash-update! counts word add1 (lambda () 0)))
(displayln (hash-count counts))
(displayln (hash-ref counts "judge"))
