# From behind, and the later position first.
import sys

n, total, *numbers = map(int, sys.stdin.read().split())
positions = {}
for position in range(n, 0, -1):
    number = numbers[position - 1]
    if total - number in positions:
        print(positions[total - number])
        print(position)
        break
    positions[number] = position
else:
    print("IMPOSSIBLE")
