(try
  (java.net.Socket. "192.0.2.1" 80)
  (catch java.io.IOException _
    (println "no network")))
