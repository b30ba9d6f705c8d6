(require 'socket)

(dynamic-wind
 (lambda () #f)
 (lambda ()
   (socket:connect (make-stream-socket af_inet) (inet:string->address "192.0.2.1") 80))
 (lambda ()
   (display "no network")
   (newline)
   (quit)))
