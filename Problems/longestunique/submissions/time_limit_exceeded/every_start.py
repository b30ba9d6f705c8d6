import sys

line = sys.stdin.buffer.read().decode("utf-8").rstrip("\n")
best = 0
for start in range(len(line)):
    seen = set()
    for character in line[start:]:
        if character in seen:
            break
        seen.add(character)
    best = max(best, len(seen))
print(best)
