(import (chicken condition) (chicken tcp))

(handle-exceptions mistake (print "no network")
  (tcp-connect "192.0.2.1" 80))
