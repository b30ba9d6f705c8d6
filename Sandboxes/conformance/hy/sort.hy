(import sys)

(setv [count #* values] (map int (.split (.read sys.stdin))))
(for [value (sorted values)]
  (print value))
