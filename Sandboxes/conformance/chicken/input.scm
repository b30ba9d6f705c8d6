(import (chicken io))

(let loop ((count 0) (last "") (line (read-line)))
  (if (eof-object? line)
      (begin (print count) (print last))
      (loop (+ count 1) line (read-line))))
