(import (chicken io))

(define (echo)
  (write-line (read-line)))

(echo)
(echo)
(write-line "žluťoučký kůň, καλημέρα, 日本語, 🙂")
