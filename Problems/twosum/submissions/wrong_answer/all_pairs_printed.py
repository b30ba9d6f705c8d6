# Every pair there is, instead of one.
import sys

n, total, *numbers = map(int, sys.stdin.read().split())
seen = {}
pairs = []
for position, number in enumerate(numbers, start=1):
    for other in seen.get(total - number, ()):
        pairs.append(f"{other} {position}")
    seen.setdefault(number, []).append(position)
print("\n".join(pairs[:1000]) if pairs else "IMPOSSIBLE")
