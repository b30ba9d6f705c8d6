# Recursive descent, which Python lets go 1,000 deep.
import re

text = input()
tags = re.finditer("<(/?)([a-z]+)(/?)>", text)


class Mistake(Exception):
    pass


def inside(opening):
    deepest = 0
    for tag in tags:
        if tag[1]:
            if not opening or opening[2] != tag[2]:
                raise Mistake(f"wrong {tag.start() + 1}")
            return deepest
        deepest = max(deepest, 1 if tag[3] else 1 + inside(tag))
    if opening:
        raise Mistake(f"open {opening.start() + 1}")
    return deepest


try:
    print("ok", inside(None))
except Mistake as mistake:
    print(mistake)
