# Of equally popular words it takes the one that comes last in the input.
import sys

lines = sys.stdin.read().splitlines()
n = int(lines[0])
best = {}
for line in lines[1 : n + 1]:
    word, popularity = line.split()
    for length in range(1, min(len(word), 20) + 1):
        if int(popularity) >= best.get(word[:length], (0, ""))[0]:
            best[word[:length]] = (int(popularity), word)
for query in lines[n + 2 :]:
    print(best.get(query, (0, "-"))[1])
