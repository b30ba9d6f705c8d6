# Tries all choices.
import sys

_, *numbers = map(int, sys.stdin.read().split())
shifts = sorted(zip(*[iter(numbers)] * 3))
sys.setrecursionlimit(100_000)


def most(k, free):
    while k < len(shifts) and shifts[k][0] < free:
        k += 1
    if k == len(shifts):
        return 0
    _, end, pay = shifts[k]
    return max(pay + most(k + 1, end), most(k + 1, free))


print(most(0, 0))
