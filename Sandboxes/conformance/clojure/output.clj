(let [line (apply str (repeat 99 "x"))]
  (dotimes [_ 100000]
    (println line)))
