(let [lines (line-seq (java.io.BufferedReader. *in*))]
  (println (count lines))
  (println (last lines)))
