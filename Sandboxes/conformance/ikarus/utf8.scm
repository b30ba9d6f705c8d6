(import (rnrs))

(define (echo)
  (display (get-line (current-input-port)))
  (newline))

(echo)
(echo)
(display "žluťoučký kůň, καλημέρα, 日本語, 🙂")
(newline)
