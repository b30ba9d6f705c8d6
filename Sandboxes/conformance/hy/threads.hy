(import concurrent.futures [ThreadPoolExecutor])

(defn total [number]
  (sum (* [number] 1000)))

(with [pool (ThreadPoolExecutor 4)]
  (print (sum (.map pool total (range 4)))))
