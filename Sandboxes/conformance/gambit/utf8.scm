(define (echo)
  (display (read-line))
  (newline))

(echo)
(echo)
(display "žluťoučký kůň, καλημέρα, 日本語, 🙂")
(newline)
