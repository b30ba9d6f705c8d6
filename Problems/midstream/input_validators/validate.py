#!/usr/bin/env python3
"""A count up to 60,000, and a line with so many integers up to 10^9 in size."""

import re
import sys

NUMBER = re.compile(rb"0|-?[1-9][0-9]{0,9}")


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


lines = sys.stdin.buffer.read(1_000_000).split(b"\n")
if len(lines) != 3 or lines[2] != b"":
    refuse("expected two lines, each ended by a line feed")
if not re.fullmatch(rb"[1-9][0-9]{0,4}", lines[0]) or int(lines[0]) > 60_000:
    refuse("line 1: expected a count from 1 to 60,000")
words = lines[1].split(b" ")
if len(words) != int(lines[0]):
    refuse(f"line 2: {len(words)} numbers instead of {int(lines[0])}")
for word in words:
    if not NUMBER.fullmatch(word) or abs(int(word)) > 10**9:
        refuse(f"line 2: {word[:20]!r} is no number in range")
sys.exit(42)
