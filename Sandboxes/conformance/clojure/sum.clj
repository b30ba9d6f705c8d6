(let [[n & values] (line-seq (java.io.BufferedReader. *in*))]
  (println (transduce (comp (take (Long/parseLong n)) (map #(Long/parseLong %))) + values)))
