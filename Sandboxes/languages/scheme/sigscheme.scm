;; Reads all forms of standard input, whose first line is the name of the file, and evaluates none.
(use srfi-6)
(use srfi-34)

(define (read-while keep?)
  (let loop ((characters '()))
    (let ((c (read-char)))
      (if (or (eof-object? c) (not (keep? c)))
          (list->string (reverse characters))
          (loop (cons c characters))))))

(define (lines port)
  (let loop ((count 0))
    (let ((c (read-char port)))
      (cond ((eof-object? c) count)
            ((char=? c #\newline) (loop (+ count 1)))
            (else (loop count))))))

(define name (read-while (lambda (c) (not (char=? c #\newline)))))
(define text (read-while (lambda (c) #t)))
(define port (open-input-string text))

(guard (mistake
        (#t (let ((rest (lines port)))
              (display name)
              (display ":")
              (display (+ 1 (- (lines (open-input-string text)) rest)))
              (display ": ")
              (display mistake)
              (newline)
              (exit 1))))
  (let loop ((form (read port)))
    (if (not (eof-object? form)) (loop (read port)))))
