(import sys)

(setv [count #* values] (map int (.split (.read sys.stdin))))
(print (sum (cut values count)))
