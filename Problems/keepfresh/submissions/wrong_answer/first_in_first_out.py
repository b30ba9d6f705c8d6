# A get does not refresh: it gives up what came first, not what was used longest ago.
import sys

capacity = int(sys.stdin.readline())
cache = {}
for line in sys.stdin:
    verb, *words = line.split()
    if verb == "put":
        key, value = words
        if key not in cache and len(cache) == capacity:
            del cache[next(iter(cache))]
        cache[key] = value
    elif verb == "get":
        print(cache.get(words[0], "none"))
    elif verb == "drop":
        cache.pop(words[0], None)
