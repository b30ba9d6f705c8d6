# Remembers what it knows, but goes as deep as there are shifts.
import sys
from bisect import bisect_left
from functools import cache

_, *numbers = map(int, sys.stdin.read().split())
shifts = sorted(zip(*[iter(numbers)] * 3))
begins = [begin for begin, _, _ in shifts]


@cache
def most(k):
    if k == len(shifts):
        return 0
    _, end, pay = shifts[k]
    return max(pay + most(bisect_left(begins, end)), most(k + 1))


print(most(0))
