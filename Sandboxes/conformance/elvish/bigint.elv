echo (* (range 1 51))
