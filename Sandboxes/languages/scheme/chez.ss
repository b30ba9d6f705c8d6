;; Compiles a script to machine code; a mistake ends it with the code 1.
(let ([arguments (command-line-arguments)])
  (with-exception-handler
    (lambda (mistake)
      (display-condition mistake (current-error-port))
      (newline (current-error-port))
      (exit 1))
    (lambda ()
      (parameterize ([optimize-level 2] [enable-cross-library-optimization #f])
        (compile-script (car arguments) (cadr arguments))))))
