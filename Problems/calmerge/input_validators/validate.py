#!/usr/bin/env python3
"""A count up to 30,000, and so many lines with a beginning and a later end."""

import re
import sys

MEETING = re.compile(rb"(0|[1-9][0-9]{0,9}) ([1-9][0-9]{0,9})")


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


lines = sys.stdin.buffer.read(1_000_000).split(b"\n")
if lines.pop() != b"" or not lines:
    refuse("the input is too long, or does not end with a line feed")
if not re.fullmatch(rb"0|[1-9][0-9]{0,4}", lines[0]) or int(lines[0]) > 30_000:
    refuse("line 1: expected a count up to 30,000")
if len(lines) - 1 != int(lines[0]):
    refuse(f"{len(lines) - 1} meetings instead of {int(lines[0])}")
for number, line in enumerate(lines[1:], start=2):
    match = MEETING.fullmatch(line)
    if not match:
        refuse(f"line {number}: not two numbers")
    if not int(match[1]) < int(match[2]) <= 10**9:
        refuse(f"line {number}: not a beginning and a later end")
sys.exit(42)
