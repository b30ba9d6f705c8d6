(let [counts (frequencies (line-seq (java.io.BufferedReader. *in*)))]
  (println (count counts))
  (println (counts "judge")))
