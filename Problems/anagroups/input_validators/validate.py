#!/usr/bin/env python3
"""A count up to 40,000, and so many words of 1 to 20 lower case letters."""

import re
import sys


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


lines = sys.stdin.buffer.read(1_000_000).split(b"\n")
if lines.pop() != b"" or not lines:
    refuse("the input is too long, or does not end with a line feed")
if not re.fullmatch(rb"[1-9][0-9]{0,4}", lines[0]) or int(lines[0]) > 40_000:
    refuse("line 1: expected a count from 1 to 40,000")
if len(lines) - 1 != int(lines[0]):
    refuse(f"{len(lines) - 1} words instead of {int(lines[0])}")
for number, line in enumerate(lines[1:], start=2):
    if not re.fullmatch(rb"[a-z]{1,20}", line):
        refuse(f"line {number}: not a word")
sys.exit(42)
