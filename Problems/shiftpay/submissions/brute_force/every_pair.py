# Looks at every pair of shifts.
import sys

_, *numbers = map(int, sys.stdin.read().split())
shifts = sorted(zip(*[iter(numbers)] * 3), key=lambda shift: shift[1])
best = []
for k, (begin, _, pay) in enumerate(shifts):
    before = max((best[i] for i in range(k) if shifts[i][1] <= begin), default=0)
    best.append(max(before + pay, best[-1] if best else 0))
print(best[-1])
