(setv known 1)

(print (/ known 2]))
