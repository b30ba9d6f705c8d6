(handler-case (socket:socket-connect 80 "192.0.2.1")
  (error () (write-line "no network")))
