(eval-when (:compile-toplevel :load-toplevel :execute)
  (require :sockets))

(handler-case
    (let ((socket (make-instance 'sb-bsd-sockets:inet-socket :type :stream :protocol :tcp)))
      (sb-bsd-sockets:socket-connect socket #(192 0 2 1) 80))
  (error () (write-line "no network")))
