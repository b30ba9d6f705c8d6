# Distances between all huts, by the algorithm that has three lines.
import sys

n, *numbers = map(int, sys.stdin.read().split())
far = (10**18, 0)
distance = [{hut: (0, 0)} for hut in range(n + 1)]
for a, b, length in zip(*[iter(numbers)] * 3):
    distance[a][b] = distance[b][a] = (length, 1)
for middle in range(1, n + 1):
    for a in range(1, n + 1):
        for b in range(1, n + 1):
            if middle in distance[a] and b in distance[middle] and b not in distance[a]:
                (p, q), (r, s) = distance[a][middle], distance[middle][b]
                distance[a][b] = (p + r, q + s)
print(*max(max(row.values()) for row in distance[1:]))
