;; Reads all forms of a file, and evaluates none.
(with-exception-handler
  (lambda (mistake)
    (display-exception mistake (current-error-port))
    (exit 1))
  (lambda ()
    (call-with-input-file (getenv "MAIN")
      (lambda (port)
        (let loop ((form (read port)))
          (if (not (eof-object? form)) (loop (read port))))))))
