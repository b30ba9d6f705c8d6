# Fills 1 GiB before it reads.
# @EXPECTED_RESULTS@: MEMORY-LIMIT
import sys

blocks = [bytes([number]) * (8 << 20) for number in range(1, 129)]
line = sys.stdin.buffer.read().decode("utf-8").rstrip("\n")
seen = {}
start = best = 0
for position, character in enumerate(line):
    start = max(start, seen.get(character, -1) + 1)
    seen[character] = position
    best = max(best, position + 1 - start)
print(best + (len(blocks) != 128))
