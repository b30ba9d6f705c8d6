#!/usr/bin/env python3
"""A line with n and the sum; a line with n numbers, if there are any."""

import re
import sys

MOST, LARGEST = 20_000, 10**9
INTEGER = rb"(?:0|-?[1-9][0-9]{0,10})"


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


lines = sys.stdin.buffer.read(1_000_000).split(b"\n")
if lines.pop() != b"" or not lines:
    refuse("the input is too long, or does not end with a line feed")
if not re.fullmatch(INTEGER + b" " + INTEGER, lines[0]):
    refuse("line 1: expected two integers")
count, total = map(int, lines[0].split())
if not 0 <= count <= MOST or abs(total) > 4 * LARGEST:
    refuse("line 1: out of range")
if len(lines) != (2 if count else 1):
    refuse(f"{len(lines)} lines are not right")
if count:
    words = lines[1].split(b" ")
    if len(words) != count:
        refuse(f"line 2: {len(words)} numbers instead of {count}")
    for position, word in enumerate(words, start=1):
        if not re.fullmatch(INTEGER, word) or abs(int(word)) > LARGEST:
            refuse(f"line 2, number {position}: not an integer, or out of range")
sys.exit(42)
