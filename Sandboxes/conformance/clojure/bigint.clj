(println (str (reduce *' (range 1 51))))
