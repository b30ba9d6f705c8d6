#lang typed/racket/base
(require racket/tcp)

(with-handlers ([exn:fail? (lambda (mistake) (displayln "no network"))])
  (tcp-connect "192.0.2.1" 80)
  (void))
