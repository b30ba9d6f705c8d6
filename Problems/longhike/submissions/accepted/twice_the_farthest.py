# The hut farthest from any hut is one end of the longest way. Pairs compare as the statement wants it.
import sys


def main():
    n, *numbers = map(int, sys.stdin.buffer.read().split())
    paths = [[] for _ in range(n + 1)]
    for a, b, length in zip(*[iter(numbers)] * 3):
        paths[a].append((b, length))
        paths[b].append((a, length))

    def farthest(start):
        best = (0, 0, start)
        waiting = [(0, 0, start, 0)]
        while waiting:
            length, count, hut, before = waiting.pop()
            best = max(best, (length, count, hut))
            for other, more in paths[hut]:
                if other != before:
                    waiting.append((length + more, count + 1, other, hut))
        return best

    _, _, end = farthest(1)
    length, count, _ = farthest(end)
    print(length, count)


main()
