(import sys)
(import collections [Counter])

(setv counts (Counter (.split (.read sys.stdin))))
(print (len counts))
(print (get counts "judge"))
