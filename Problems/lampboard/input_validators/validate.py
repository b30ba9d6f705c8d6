#!/usr/bin/env python3
"""A count and a line with so many numbers. The two arguments are the largest count, and how many bits numbers have."""

import re
import sys

most, bits = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (10_000, 60)


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


lines = sys.stdin.buffer.read(1_000_000).split(b"\n")
if len(lines) != 3 or lines[2] != b"":
    refuse("expected two lines, each ended by a line feed")
if not re.fullmatch(rb"[1-9][0-9]{0,4}", lines[0]) or int(lines[0]) > most:
    refuse(f"line 1: expected a count from 1 to {most}")
words = lines[1].split(b" ")
if len(words) != int(lines[0]):
    refuse(f"line 2: {len(words)} numbers instead of {int(lines[0])}")
for word in words:
    if not re.fullmatch(rb"0|[1-9][0-9]{0,18}", word) or int(word) >= 2**bits:
        refuse(f"line 2: {word[:25]!r} is no number in range")
sys.exit(42)
