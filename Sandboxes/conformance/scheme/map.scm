(use-modules (ice-9 rdelim))

(define counts (make-hash-table))

(let loop ((word (read-line)))
  (if (not (eof-object? word))
      (begin
        (hash-set! counts word (+ 1 (hash-ref counts word 0)))
        (loop (read-line)))))

(display (hash-count (const #t) counts))
(newline)
(display (hash-ref counts "judge"))
(newline)
