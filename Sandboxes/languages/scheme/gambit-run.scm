;; Runs a file, and tells of an error where it can be read.
(with-exception-handler
  (lambda (mistake)
    (display-exception mistake (current-error-port))
    (exit 70))
  (lambda () (load (getenv "MAIN"))))
