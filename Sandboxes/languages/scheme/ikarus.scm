;; Reads all forms of a file, and evaluates none.
(import (rnrs))

(define name (cadr (command-line)))
(define (lines port)
  (let loop ((count 0))
    (let ((c (get-char port)))
      (cond ((eof-object? c) count)
            ((char=? c #\newline) (loop (+ count 1)))
            (else (loop count))))))

(call-with-input-file name
  (lambda (port)
    (with-exception-handler
      (lambda (mistake)
        (let ((rest (lines port)) (out (current-error-port)))
          (display name out)
          (display ":" out)
          (display (+ 1 (- (call-with-input-file name lines) rest)) out)
          (display ": " out)
          (display (if (message-condition? mistake) (condition-message mistake) "cannot be read") out)
          (newline out)
          (exit 1)))
      (lambda ()
        (let loop ((form (read port)))
          (unless (eof-object? form) (loop (read port))))))))
