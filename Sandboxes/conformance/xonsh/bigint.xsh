import math

echo @(math.factorial(50))
