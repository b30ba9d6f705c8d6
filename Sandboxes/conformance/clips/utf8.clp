(loop-for-count 2
    (printout t (readline) crlf))
(printout t "žluťoučký kůň, καλημέρα, 日本語, 🙂" crlf)
(exit)
