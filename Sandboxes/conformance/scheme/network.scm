(catch 'system-error
  (lambda ()
    (connect (socket PF_INET SOCK_STREAM 0) AF_INET (inet-pton AF_INET "192.0.2.1") 80))
  (lambda _
    (display "no network")
    (newline)))
