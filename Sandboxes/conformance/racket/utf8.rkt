#lang racket/base
(displayln (read-line))
(displayln (read-line))
(displayln "žluťoučký kůň, καλημέρα, 日本語, 🙂")
