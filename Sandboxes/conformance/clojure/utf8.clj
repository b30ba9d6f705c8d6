(dotimes [_ 2]
  (println (read-line)))
(println "žluťoučký kůň, καλημέρα, 日本語, 🙂")
