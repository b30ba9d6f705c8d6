# A Python list is an array: each move looks for two songs, and shifts what is between them.
import sys

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, m, k = numbers[:3]
songs = list(range(1, n + 1))
for x, y in zip(numbers[3::2], numbers[4::2]):
    songs.remove(x)
    songs.insert(songs.index(y) + 1 if y else 0, x)
print(*songs[:k])
