#lang typed/racket/base
(module native racket/base
  (require ffi/unsafe)
  (provide crash)
  (define (crash) ((get-ffi-obj "abort" #f (_fun -> _void)))))
(require/typed 'native [crash (-> Void)])

(crash)
