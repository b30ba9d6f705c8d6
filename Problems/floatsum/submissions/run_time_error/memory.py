# Keeps every prefix as a list of its own: 1.6 GB for 20,000 numbers.
# @EXPECTED_RESULTS@: MEMORY-LIMIT
import sys

prefixes = [[]]
for word in sys.stdin.read().split()[1:]:
    prefixes.append(prefixes[-1] + [float(word)])
print(sum(prefixes[-1]))
