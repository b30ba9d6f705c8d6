(ns greeting)

(defn greet [name]
  (println (str "Hello, " name "!")))
