# IndexError where the list is empty: there is no second line.
import sys

lines = sys.stdin.read().splitlines()
n, total = map(int, lines[0].split())
numbers = list(map(int, lines[1].split()))
positions = {}
for position, number in enumerate(numbers, start=1):
    if total - number in positions:
        print(positions[total - number], position)
        break
    positions[number] = position
else:
    print("IMPOSSIBLE")
