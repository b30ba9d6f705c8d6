# Puts the song before the other one.
import sys

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, m, k = numbers[:3]
after = [*range(1, n + 1), 0]
before = [n, *range(n)]
for x, y in zip(numbers[3::2], numbers[4::2]):
    after[before[x]], before[after[x]] = after[x], before[x]
    before[x], after[x] = before[y], y
    after[before[x]] = before[y] = x
song = 0
for _ in range(k):
    song = after[song]
    print(song)
