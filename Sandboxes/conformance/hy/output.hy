(setv line (* "x" 99))
(for [_ (range 100000)]
  (print line))
