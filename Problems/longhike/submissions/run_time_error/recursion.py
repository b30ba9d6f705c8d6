# Python goes 1,000 calls deep; a path of huts is longer.
import sys

n, *numbers = map(int, sys.stdin.read().split())
paths = [[] for _ in range(n + 1)]
for a, b, length in zip(*[iter(numbers)] * 3):
    paths[a].append((b, length))
    paths[b].append((a, length))
best = (0, 0)


def deepest(hut, before):
    global best
    top = (0, 0)
    for other, length in paths[hut]:
        if other != before:
            branch = deepest(other, hut)
            branch = (branch[0] + length, branch[1] + 1)
            best = max(best, (top[0] + branch[0], top[1] + branch[1]))
            top = max(top, branch)
    return top


deepest(1, 0)
print(*best)
