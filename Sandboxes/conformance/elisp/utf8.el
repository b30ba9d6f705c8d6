(dotimes (_ 2)
  (princ (read-string ""))
  (terpri))
(princ "žluťoučký kůň, καλημέρα, 日本語, 🙂\n")
