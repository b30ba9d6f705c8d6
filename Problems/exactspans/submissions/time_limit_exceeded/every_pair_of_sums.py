# Compares every sum with all before it.
import sys
from itertools import accumulate

_, wanted, *numbers = map(int, sys.stdin.read().split())
sums = list(accumulate(numbers, initial=0))
print(sum(sums[:later].count(total - wanted) for later, total in enumerate(sums)))
