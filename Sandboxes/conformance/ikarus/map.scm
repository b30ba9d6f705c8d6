(import (rnrs))

(define counts (make-hashtable string-hash string=?))

(let loop ((word (get-line (current-input-port))))
  (unless (eof-object? word)
    (hashtable-update! counts word (lambda (count) (+ count 1)) 0)
    (loop (get-line (current-input-port)))))

(display (hashtable-size counts))
(newline)
(display (hashtable-ref counts "judge" 0))
(newline)
