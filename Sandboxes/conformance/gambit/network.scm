(with-exception-catcher
 (lambda (mistake)
   (display "no network")
   (newline))
 (lambda ()
   (force-output (open-tcp-client "192.0.2.1:80"))
   (read-char (open-tcp-client "192.0.2.1:80"))))
