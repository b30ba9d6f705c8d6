#!/usr/bin/env python3
"""A count up to 20,000, then so many lines with one number each, at most 10^9 in size."""

import re
import sys
from fractions import Fraction

MOST, LARGEST = 20_000, 10**9
COUNT = re.compile(rb"0|[1-9][0-9]*")
NUMBER = re.compile(rb"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?")


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


lines = sys.stdin.buffer.read(1_000_000).split(b"\n")
if lines.pop() != b"" or not lines:
    refuse("the input is too long, or does not end with a line feed")
if not COUNT.fullmatch(lines[0]) or int(lines[0]) > MOST:
    refuse("line 1: expected a count")
if len(lines) != int(lines[0]) + 1:
    refuse(f"{len(lines) - 1} lines instead of {int(lines[0])}")
for number, line in enumerate(lines[1:], start=2):
    if len(line) > 30 or not NUMBER.fullmatch(line):
        refuse(f"line {number}: not a number")
    if abs(Fraction(line.decode().rstrip(".") if b"." in line else line.decode())) > LARGEST:
        refuse(f"line {number}: out of range")
sys.exit(42)
