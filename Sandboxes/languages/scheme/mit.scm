;; Reads all forms of a file, and evaluates none.
(call-with-current-continuation
  (lambda (leave)
    (with-exception-handler
      (lambda (mistake)
        (write-string (condition/report-string mistake) (notification-output-port))
        (newline (notification-output-port))
        (exit 1))
      (lambda ()
        (call-with-input-file (car (command-line-arguments))
          (lambda (port)
            (let loop ((form (read port)))
              (if (not (eof-object? form)) (loop (read port))))))))))
(exit 0)
