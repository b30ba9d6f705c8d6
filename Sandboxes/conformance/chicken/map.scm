(import (chicken io) (chicken plist))

(define words 0)

(let loop ((word (read-line)))
  (unless (eof-object? word)
    (let* ((symbol (string->symbol word))
           (count (get symbol 'count 0)))
      (when (zero? count) (set! words (+ words 1)))
      (put! symbol 'count (+ count 1)))
    (loop (read-line))))

(print words)
(print (get 'judge 'count 0))
