(require 'hash-table)

(define count-of (hash-inquirer string=?))
(define set-count! (hash-associator string=?))
(define counts (make-hash-table 4096))
(define words 0)

(let loop ((word (read-line)))
  (if (not (eof-object? word))
      (begin
        (set-count! counts word (+ 1 (or (count-of counts word) 0)))
        (loop (read-line)))))

(hash-for-each (lambda (word count) (set! words (+ words 1))) counts)
(display words)
(newline)
(display (count-of counts "judge"))
(newline)
