(use srfi-55)
(require-extension (srfi 69))

(define counts (make-hash-table string=? string-hash 4096))

(let loop ((word (read)))
  (if (not (eof-object? word))
      (let ((word (symbol->string word)))
        (hash-table-set! counts word (+ 1 (hash-table-ref/default counts word 0)))
        (loop (read)))))

(display (hash-table-size counts))
(newline)
(display (hash-table-ref/default counts "judge" 0))
(newline)
