#!/usr/bin/env python3
"""A folded text that is not too long, and positions in the unfolded one."""

import re
import sys

LONGEST, LARGEST = 50_000, 10**18


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


def unfolded_length(text):
    lengths, factors, place = [0], [], 0
    while place < len(text):
        match = re.compile(rb"([1-9][0-9]{0,6})\(|[a-z]|\)").match(text, place)
        if not match:
            refuse(f"position {place + 1}: not a part of a folded text")
        place = match.end()
        if match[1]:
            if int(match[1]) > 10**6:
                refuse(f"position {place}: the number is too large")
            lengths.append(0)
            factors.append(int(match[1]))
        elif match[0] == b")":
            if not factors or lengths[-1] == 0:
                refuse(f"position {place}: nothing to close")
            length = lengths.pop() * factors.pop()
            lengths[-1] += length
        else:
            lengths[-1] += 1
        if lengths[-1] > LARGEST:
            refuse(f"position {place}: the text is too long")
    if factors:
        refuse("a parenthesis is not closed")
    return lengths[0]


lines = sys.stdin.buffer.read(200_000).split(b"\n")
if len(lines) != 4 or lines[3] != b"":
    refuse("expected three lines, each ended by a line feed")
if not 1 <= len(lines[0]) <= LONGEST:
    refuse("line 1: empty, or too long")
length = unfolded_length(lines[0])
if not re.fullmatch(rb"[1-9][0-9]{0,2}", lines[1]) or int(lines[1]) > 200:
    refuse("line 2: expected a number of questions")
words = lines[2].split(b" ")
if len(words) != int(lines[1]):
    refuse(f"line 3: {len(words)} positions instead of {int(lines[1])}")
for word in words:
    if not re.fullmatch(rb"[1-9][0-9]{0,18}", word) or int(word) > length:
        refuse(f"line 3: {word[:20]!r} is no position")
sys.exit(42)
