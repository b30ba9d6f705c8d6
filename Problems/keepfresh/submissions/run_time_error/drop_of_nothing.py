# Dropping a key that is not there is a KeyError.
import sys
from collections import OrderedDict

capacity = int(sys.stdin.readline())
cache = OrderedDict()
for line in sys.stdin:
    verb, *words = line.split()
    if verb == "put":
        cache[words[0]] = words[1]
        cache.move_to_end(words[0])
        if len(cache) > capacity:
            cache.popitem(last=False)
    elif verb == "get":
        if words[0] in cache:
            cache.move_to_end(words[0])
        print(cache.get(words[0], "none"))
    elif verb == "drop":
        del cache[words[0]]
