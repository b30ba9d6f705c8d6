;; Reads all forms of a file, and evaluates none.
(call-with-input-file (list-ref *argv* (- (length *argv*) 1))
  (lambda (port)
    (let loop ((form (read port)))
      (if (not (eof-object? form)) (loop (read port))))))
(quit)
