(define counts (make-table))

(let loop ((word (read-line)))
  (if (not (eof-object? word))
      (begin
        (table-set! counts word (+ 1 (table-ref counts word 0)))
        (loop (read-line)))))

(display (table-length counts))
(newline)
(display (table-ref counts "judge"))
(newline)
