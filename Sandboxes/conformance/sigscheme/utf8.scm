(define (echo)
  (let ((c (read-char)))
    (write-char c)
    (if (not (char=? c #\newline)) (echo))))

(echo)
(echo)
(display "žluťoučký kůň, καλημέρα, 日本語, 🙂")
(newline)
