#!/usr/bin/env python3
"""The number of marks and of turning points, then the turning points, each farther than the one before.

Between two turning points heights rise or fall evenly, by at least 1 from mark to mark.
"""

import re
import sys


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


def two_numbers(number):
    match = re.fullmatch(rb"([1-9][0-9]{0,6}) (0|[1-9][0-9]{0,9})", lines[number - 1])
    if not match:
        refuse(f"line {number}: expected two numbers")
    return int(match[1]), int(match[2])


lines = sys.stdin.buffer.read(1_000_000).split(b"\n")
if lines.pop() != b"" or len(lines) < 2:
    refuse("the input is too long or too short, or does not end with a line feed")
marks, turns = two_numbers(1)
if marks > 10**6 or len(lines) != turns + 1:
    refuse(f"{marks} marks, {len(lines) - 1} turning points instead of {turns}")
points = [two_numbers(number) for number in range(2, turns + 2)]
if points[0][0] != 1 or points[-1][0] != marks:
    refuse("the turning points do not begin with the first mark, or do not end with the last")
if max(height for _, height in points) > 10**9:
    refuse("a height is out of range")
for number, ((left, start), (right, end)) in enumerate(zip(points, points[1:]), start=3):
    if not left < right or abs(start - end) < right - left:
        refuse(f"line {number}: not farther than the point before, or too flat")
sys.exit(42)
