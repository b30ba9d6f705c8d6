# A dictionary that knows its order does all of it.
import sys
from collections import OrderedDict


def main():
    capacity = int(sys.stdin.readline())
    cache = OrderedDict()
    for line in sys.stdin:
        match line.split():
            case ["put", key, value]:
                cache[key] = value
                cache.move_to_end(key)
                if len(cache) > capacity:
                    cache.popitem(last=False)
            case ["get", key]:
                if key in cache:
                    cache.move_to_end(key)
                print(cache.get(key, "none"))
            case ["drop", key]:
                cache.pop(key, None)
            case ["quit"]:
                break


main()
