(let [[_ & values] (map #(Long/parseLong %) (line-seq (java.io.BufferedReader. *in*)))]
  (run! println (sort values)))
