# Goes from moment to moment instead of from shift to shift.
import sys

_, *numbers = map(int, sys.stdin.read().split())
shifts = sorted(zip(*[iter(numbers)] * 3), key=lambda shift: shift[1])
sums, best, k = {0: 0}, 0, 0
for moment in range(shifts[-1][1] + 1):
    while k < len(shifts) and shifts[k][1] == moment:
        begin, _, pay = shifts[k]
        while begin not in sums:
            begin -= 1
        best = max(best, sums[begin] + pay)
        k += 1
    if k and shifts[k - 1][1] == moment:
        sums[moment] = best
print(best)
