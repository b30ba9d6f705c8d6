# Takes the first hut for an end of the longest way.
import sys

n, *numbers = map(int, sys.stdin.read().split())
paths = [[] for _ in range(n + 1)]
for a, b, length in zip(*[iter(numbers)] * 3):
    paths[a].append((b, length))
    paths[b].append((a, length))
best, waiting = (0, 0), [(0, 0, 1, 0)]
while waiting:
    length, count, hut, before = waiting.pop()
    best = max(best, (length, count))
    waiting += [(length + more, count + 1, other, hut) for other, more in paths[hut] if other != before]
print(*best)
