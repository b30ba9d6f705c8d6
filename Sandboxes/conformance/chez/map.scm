(define counts (make-hashtable string-hash string=?))

(let loop ()
  (let ([word (get-line (current-input-port))])
    (unless (eof-object? word)
      (hashtable-update! counts word (lambda (count) (+ count 1)) 0)
      (loop))))

(display (hashtable-size counts))
(newline)
(display (hashtable-ref counts "judge" 0))
(newline)
