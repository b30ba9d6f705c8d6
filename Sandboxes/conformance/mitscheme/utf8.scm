(define (echo)
  (write-string (read-line))
  (newline))

(echo)
(echo)
(write-string "žluťoučký kůň, καλημέρα, 日本語, 🙂")
(newline)
