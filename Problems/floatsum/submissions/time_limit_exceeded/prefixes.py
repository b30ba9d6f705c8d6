# Reads and adds every prefix from its start: 200 million conversions.
import sys

words = sys.stdin.read().split()[1:]
total = 0.0
for end in range(len(words) + 1):
    total = 0.0
    for place in range(end):
        total = total + float(words[place])
print(total)
