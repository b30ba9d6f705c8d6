#!/usr/bin/env python3
"""A line with n and m, then m lines with two tasks each."""

import re
import sys

MOST_TASKS, MOST_RULES = 20_000, 30_000
PAIR = re.compile(rb"(0|[1-9][0-9]{0,5}) (0|[1-9][0-9]{0,5})")


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


def pair(number, line):
    match = PAIR.fullmatch(line)
    if not match:
        refuse(f"line {number}: expected two numbers")
    return int(match[1]), int(match[2])


lines = sys.stdin.buffer.read(1_000_000).split(b"\n")
if lines.pop() != b"" or not lines:
    refuse("the input is too long, or does not end with a line feed")
tasks, rules = pair(1, lines[0])
if not 1 <= tasks <= MOST_TASKS or rules > MOST_RULES:
    refuse("line 1: out of range")
if len(lines) != rules + 1:
    refuse(f"{len(lines) - 1} rules instead of {rules}")
for number, line in enumerate(lines[1:], start=2):
    if not all(1 <= task <= tasks for task in pair(number, line)):
        refuse(f"line {number}: no such task")
sys.exit(42)
