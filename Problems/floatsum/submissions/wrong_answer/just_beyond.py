# Off by five times the tolerance, absolutely and relatively.
import sys

total = sum(float(word) for word in sys.stdin.read().split()[1:])
print(total + 5e-6 * max(1.0, abs(total)))
