# The smaller half in one heap with its largest number on top, the larger half in another.
import sys
from heapq import heappush, heappushpop


def middles(numbers):
    small, large = [], []  # the numbers in `small` are negated, since heapq has the smallest on top
    for number in numbers:
        if len(small) == len(large):
            heappush(small, -heappushpop(large, number))
        else:
            heappush(large, -heappushpop(small, -number))
        yield -small[0]


_, *numbers = map(int, sys.stdin.buffer.read().split())
print(sum(middles(numbers)))
