# In the order of their ends: a shift adds its pay to the best that ends before it begins.
import sys
from bisect import bisect_right


def earnings(shifts):
    ends, best = [0], [0]
    for begin, end, pay in sorted(shifts, key=lambda shift: shift[1]):
        before = bisect_right(ends, begin) - 1
        ends.append(end)
        best.append(max(best[-1], best[before] + pay))
    return best[-1]


_, *numbers = map(int, sys.stdin.buffer.read().split())
print(earnings(zip(*[iter(numbers)] * 3)))
