# May use one number twice.
import sys

n, total, *numbers = map(int, sys.stdin.read().split())
positions = {}
for position, number in enumerate(numbers, start=1):
    positions[number] = position
    if total - number in positions:
        print(positions[total - number], position)
        break
else:
    print("IMPOSSIBLE")
