# Asks every word for every query.
import sys

lines = sys.stdin.read().splitlines()
n = int(lines[0])
words = [line.split() for line in lines[1 : n + 1]]
for query in lines[n + 2 :]:
    found = [(-int(popularity), word) for word, popularity in words if word.startswith(query)]
    print(min(found)[1] if found else "-")
