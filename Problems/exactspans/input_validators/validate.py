#!/usr/bin/env python3
"""A length and a sum, and a line with so many integers up to 1,000 in size."""

import re
import sys


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


lines = sys.stdin.buffer.read(2_000_000).split(b"\n")
if len(lines) != 3 or lines[2] != b"":
    refuse("expected two lines, each ended by a line feed")
match = re.fullmatch(rb"([1-9][0-9]{0,5}) (0|-?[1-9][0-9]{0,9})", lines[0])
if not match or int(match[1]) > 200_000 or abs(int(match[2])) > 10**9:
    refuse("line 1: expected a length and a sum")
words = lines[1].split(b" ")
if len(words) != int(match[1]):
    refuse(f"line 2: {len(words)} numbers instead of {int(match[1])}")
for word in words:
    if not re.fullmatch(rb"0|-?[1-9][0-9]{0,3}", word) or abs(int(word)) > 1000:
        refuse(f"line 2: {word[:20]!r} is no number in range")
sys.exit(42)
