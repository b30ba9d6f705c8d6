(defn greet [name]
  (print f"Hello, {name}!"))
