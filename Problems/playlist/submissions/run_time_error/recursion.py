# Walks along the list by recursion, which Python allows to be 1,000 deep.
import sys

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, m, k = numbers[:3]
after = [*range(1, n + 1), 0]
before = [n, *range(n)]
for x, y in zip(numbers[3::2], numbers[4::2]):
    after[before[x]], before[after[x]] = after[x], before[x]
    before[x], after[x] = y, after[y]
    before[after[x]] = after[y] = x


def walk(song, count):
    return [song] + walk(after[song], count - 1) if count else []


print(*walk(after[0], k))
