#!/usr/bin/env python3
"""A maze of at most 250 x 250 cells with one start and one end."""

import re
import sys


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


lines = sys.stdin.buffer.read(100_000).split(b"\n")
if lines.pop() != b"" or not lines:
    refuse("the input is too long, or does not end with a line feed")
size = re.fullmatch(rb"([1-9][0-9]{0,2}) ([1-9][0-9]{0,2})", lines[0])
if not size or max(int(size[1]), int(size[2])) > 250:
    refuse("line 1: expected two numbers from 1 to 250")
rows, columns = int(size[1]), int(size[2])
if len(lines) != rows + 1:
    refuse(f"{len(lines) - 1} rows instead of {rows}")
for number, line in enumerate(lines[1:], start=2):
    if len(line) != columns or not re.fullmatch(rb"[.#SE]+", line):
        refuse(f"line {number}: not a row of {columns} cells")
for letter in (b"S", b"E"):
    if sum(line.count(letter) for line in lines[1:]) != 1:
        refuse(f"{letter.decode()} is not there once")
sys.exit(42)
