# Parses by recursion, which Python lets go 1,000 deep.
import sys
from bisect import bisect_right

text, _, positions = sys.stdin.read().splitlines()


def parse(place):
    parts, ends, factor = [], [], ""
    while place < len(text) and text[place] != ")":
        if text[place].isdigit():
            factor += text[place]
        elif text[place] == "(":
            part, place = parse(place + 1)
            parts.append(part)
            ends.append((ends[-1] if ends else 0) + int(factor) * part[1][-1])
            factor = ""
        else:
            parts.append(text[place])
            ends.append((ends[-1] if ends else 0) + 1)
        place += 1
    return (parts, ends), place


def find(part, position):
    while not isinstance(part, str):
        parts, ends = part
        position %= ends[-1]
        at = bisect_right(ends, position)
        position -= ends[at - 1] if at else 0
        part = parts[at]
    return part


whole, _ = parse(0)
print("".join(find(whole, int(position) - 1) for position in positions.split()))
