# Counts positions from 0.
import sys

n, total, *numbers = map(int, sys.stdin.read().split())
positions = {}
for position, number in enumerate(numbers):
    if total - number in positions:
        print(positions[total - number], position)
        break
    positions[number] = position
else:
    print("IMPOSSIBLE")
