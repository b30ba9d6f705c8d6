# Tries all choices by recursion.
import sys

sys.setrecursionlimit(20_000)
input()
switches = list(map(int, input().split()))


def largest(shown, k):
    if k == len(switches):
        return shown
    return max(largest(shown, k + 1), largest(shown ^ switches[k], k + 1))


print(largest(0, 0))
