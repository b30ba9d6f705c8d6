(def sum (atom 0))

(let [tasks (doall (for [number (range 4)]
                     (future (dotimes [_ 1000] (swap! sum + number)))))]
  (run! deref tasks))
(println @sum)
(shutdown-agents)
