(call-with-current-continuation
 (lambda (leave)
   (with-exception-handler
    (lambda (mistake)
      (display "no network")
      (newline)
      (leave #f))
    (lambda () (open-tcp-stream-socket "192.0.2.1" 80)))))
