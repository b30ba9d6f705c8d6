#!/usr/bin/env python3
"""A capacity up to 20,000, then up to 40,000 commands, the last of which is quit."""

import re
import sys

COMMAND = re.compile(rb"(?:put [a-z0-9]{1,8} (0|[1-9][0-9]{0,9})|get [a-z0-9]{1,8}|drop [a-z0-9]{1,8})")


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


lines = sys.stdin.buffer.read(1_000_000).split(b"\n")
if lines.pop() != b"" or len(lines) < 2:
    refuse("the input is too long or too short, or does not end with a line feed")
if not re.fullmatch(rb"[1-9][0-9]{0,4}", lines[0]) or int(lines[0]) > 20_000:
    refuse("line 1: expected a capacity from 1 to 20,000")
if lines.pop() != b"quit":
    refuse("the last command is not quit")
if len(lines) > 40_000:
    refuse(f"{len(lines)} commands are too many")
for number, line in enumerate(lines[1:], start=2):
    match = COMMAND.fullmatch(line)
    if not match:
        refuse(f"line {number}: not a command")
    if match[1] and int(match[1]) > 10**9:
        refuse(f"line {number}: the value is too large")
sys.exit(42)
