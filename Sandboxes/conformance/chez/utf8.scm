(define (echo)
  (put-string (current-output-port) (get-line (current-input-port)))
  (newline))

(echo)
(echo)
(display "žluťoučký kůň, καλημέρα, 日本語, 🙂")
(newline)
