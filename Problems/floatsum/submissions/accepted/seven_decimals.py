# Rounded, but within the tolerance.
import sys

print(f"{sum(float(word) for word in sys.stdin.read().split()[1:]):.7f}")
