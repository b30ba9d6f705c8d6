(loop repeat 2 do (write-line (read-line)))
(write-line "žluťoučký kůň, καλημέρα, 日本語, 🙂")
