(use-modules (rnrs bytevectors))

(define blocks '())

(let loop ()
  (set! blocks (cons (make-bytevector (ash 1 20) 1) blocks))
  (loop))
