(handler-case (ext:make-socket "192.0.2.1" 80)
  (error () (write-line "no network")))
