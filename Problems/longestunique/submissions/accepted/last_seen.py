import sys

line = sys.stdin.buffer.read().decode("utf-8").rstrip("\n")
seen = {}
start = best = 0
for position, character in enumerate(line):
    start = max(start, seen.get(character, -1) + 1)
    seen[character] = position
    best = max(best, position + 1 - start)
print(best)
