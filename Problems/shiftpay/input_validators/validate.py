#!/usr/bin/env python3
"""A count and so many lines with a beginning, a later end and a pay. The one argument is the largest count allowed."""

import re
import sys

SHIFT = re.compile(rb"(0|[1-9][0-9]{0,9}) ([1-9][0-9]{0,9}) ([1-9][0-9]{0,9})")
most = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


lines = sys.stdin.buffer.read(2_000_000).split(b"\n")
if lines.pop() != b"" or not lines:
    refuse("the input is too long, or does not end with a line feed")
if not re.fullmatch(rb"[1-9][0-9]{0,4}", lines[0]) or int(lines[0]) > most:
    refuse(f"line 1: expected a count from 1 to {most}")
if len(lines) - 1 != int(lines[0]):
    refuse(f"{len(lines) - 1} shifts instead of {int(lines[0])}")
for number, line in enumerate(lines[1:], start=2):
    match = SHIFT.fullmatch(line)
    if not match:
        refuse(f"line {number}: not three numbers")
    if not int(match[1]) < int(match[2]) <= 10**9 or int(match[3]) > 10**9:
        refuse(f"line {number}: a number is out of range")
sys.exit(42)
