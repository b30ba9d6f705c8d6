#!/usr/bin/env python3
"""Two numbers, and a line with as many lengths as the first one says."""

import re
import sys


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


lines = sys.stdin.buffer.read(1_000_000).split(b"\n")
if len(lines) != 3 or lines[2] != b"":
    refuse("expected two lines, each ended by a line feed")
match = re.fullmatch(rb"([1-9][0-9]{0,4}) ([1-9][0-9]{0,9})", lines[0])
if not match or int(match[1]) > 20_000 or int(match[2]) > 10**9:
    refuse("line 1: expected the numbers of wires and of pieces")
words = lines[1].split(b" ")
if len(words) != int(match[1]):
    refuse(f"line 2: {len(words)} lengths instead of {int(match[1])}")
for word in words:
    if not re.fullmatch(rb"[1-9][0-9]{0,9}", word) or int(word) > 10**9:
        refuse(f"line 2: {word[:20]!r} is no length")
sys.exit(42)
