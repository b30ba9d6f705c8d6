(import (rnrs))

(define (read-line)
  (get-line (current-input-port)))

(let loop ((count 0) (last "") (line (read-line)))
  (if (eof-object? line)
      (begin (display count) (newline) (display last) (newline))
      (loop (+ count 1) line (read-line))))
