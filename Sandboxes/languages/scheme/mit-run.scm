;; Runs a file. The console ends MIT Scheme where its input ends, and speaks on standard output: so the program reads a
;; port of its own, the descriptor 3, and an error is told where it can be read.
(define (tell-and-exit mistake)
  (call-with-output-file "/dev/stderr"
    (lambda (out)
      (write-string (condition/report-string mistake) out)
      (newline out)))
  (exit 1))

(let ((main (car (command-line-arguments))))
  (call-with-input-file "/dev/fd/3"
    (lambda (input)
      (parameterize ((current-input-port input))
        (bind-condition-handler (list condition-type:error) tell-and-exit (lambda () (load main)))))))
(exit 0)
