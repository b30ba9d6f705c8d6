#!/usr/bin/env python3
"""The cards, as pieces with a number of cards and the largest distance between two in each, and the questions.

Line 1: how many pieces, how many numbers fit on the note, a seed, how many questions. Then a line for each piece: how
many cards, and the largest distance. Then a line for each question.
"""

import re
import sys


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


def numbers(number, count):
    if number > len(lines) or not re.fullmatch(rb"(0|[1-9][0-9]{0,9})( (0|[1-9][0-9]{0,9}))*", lines[number - 1]):
        refuse(f"line {number}: expected numbers")
    found = list(map(int, lines[number - 1].split()))
    if len(found) != count:
        refuse(f"line {number}: {len(found)} numbers instead of {count}")
    return found


lines = sys.stdin.buffer.read(100_000).split(b"\n")
if lines.pop() != b"":
    refuse("the input is too long, or does not end with a line feed")
pieces, places, seed, questions = numbers(1, 4)
if not (1 <= pieces <= 100 and 1 <= places <= 64 and seed <= 10**9 and 1 <= questions <= 30):
    refuse("line 1: a number is out of range")
if len(lines) != 1 + pieces + questions:
    refuse(f"{len(lines)} lines instead of {1 + pieces + questions}")
cards, last = 0, 0
for number in range(2, pieces + 2):
    count, distance = numbers(number, 2)
    if count < 1 or distance < 1:
        refuse(f"line {number}: a piece without cards, or without distance")
    cards += count
    last += count * distance
if cards > 100_000 or last > 10**9:
    refuse(f"{cards} cards with numbers up to {last} are too many")
for number in range(pieces + 2, len(lines) + 1):
    (wanted,) = numbers(number, 1)
    if not 1 <= wanted <= 10**9:
        refuse(f"line {number}: the number is out of range")
sys.exit(42)
