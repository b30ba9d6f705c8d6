(let [own (.pid (java.lang.ProcessHandle/current))]
  (.waitFor (.start (ProcessBuilder. ["/bin/kill" "-KILL" (str own)])))
  (Thread/sleep 10000))
