import math
import sys

print(math.fsum(float(word) for word in sys.stdin.read().split()[1:]))
