(import math)

(print (math.factorial 50))
