;; Compiles a script to machine code; a mistake ends it with the code 1, and a warning does not.
(let ([arguments (command-line-arguments)])
  (with-exception-handler
    (lambda (mistake)
      (display-condition mistake (current-error-port))
      (newline (current-error-port))
      (unless (and (warning? mistake) (not (serious-condition? mistake))) (exit 1)))
    (lambda ()
      (parameterize ([optimize-level 2] [enable-cross-library-optimization #f])
        (compile-script (car arguments) (cadr arguments))))))
