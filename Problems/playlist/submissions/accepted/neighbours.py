# Each song knows its neighbours. Before the first and behind the last is 0.
import sys
from itertools import islice


def main():
    numbers = iter(map(int, sys.stdin.buffer.read().split()))
    n, m, k = islice(numbers, 3)
    after = [*range(1, n + 1), 0]
    before = [n, *range(n)]
    for x, y in zip(numbers, numbers):
        left, right = before[x], after[x]
        after[left], before[right] = right, left
        right = after[y]
        before[x], after[x] = y, right
        after[y] = before[right] = x

    def songs(song=0):
        while song := after[song]:
            yield song

    print(*islice(songs(), k))


main()
