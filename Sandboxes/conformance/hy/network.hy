(import socket)

(try
  (socket.create-connection #("192.0.2.1" 80))
  (except [OSError]
    (print "no network")))
