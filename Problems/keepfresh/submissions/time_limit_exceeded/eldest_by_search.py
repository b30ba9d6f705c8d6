# Looks through all entries for the eldest whenever one has to go.
import sys

capacity = int(sys.stdin.readline())
values, used = {}, {}
for now, line in enumerate(sys.stdin):
    verb, *words = line.split()
    if verb == "put":
        key, value = words
        if key not in values and len(values) == capacity:
            eldest = min(used, key=used.get)
            del values[eldest], used[eldest]
        values[key] = value
        used[key] = now
    elif verb == "get":
        key = words[0]
        if key in values:
            used[key] = now
        print(values.get(key, "none"))
    elif verb == "drop":
        values.pop(words[0], None)
        used.pop(words[0], None)
