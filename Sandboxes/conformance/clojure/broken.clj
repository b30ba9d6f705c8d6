(def known 1)

(println (/ known 2]))
