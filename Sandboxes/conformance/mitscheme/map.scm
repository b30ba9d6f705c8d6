(define counts (make-equal-hash-table))

(let loop ((word (read-line)))
  (if (not (eof-object? word))
      (begin
        (hash-table-update!/default counts word (lambda (count) (+ count 1)) 0)
        (loop (read-line)))))

(display (hash-table-size counts))
(newline)
(display (hash-table-ref counts "judge"))
(newline)
