#!/usr/bin/env python3
"""Writes the data of `twosum`; the same bytes at every run."""

import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
MOST, TOP = 20_000, 10**9

SAMPLE = [([2, 7, 11, 15], 9), ([3, 2, 4], 8), ([3, 3], 6)]


def pair(numbers, total):
    """The first pair of positions, counted from 1, or None."""
    positions = {}
    for position, number in enumerate(numbers, start=1):
        if total - number in positions:
            return positions[total - number], position
        positions[number] = position
    return None


def secret_cases():
    source = random.Random("twosum 1")
    yield "empty", [], 0
    yield "one-number", [5], 10
    yield "two-right", [-3, 8], 5
    yield "two-wrong", [-3, 8], 6
    yield "half-once", [1, 4, 9], 8
    yield "half-twice", [4, 1, 9, 4], 8
    yield "zeros", [0, 0, 0], 0
    yield "negative-sum", [-1, -2, -3, -4], -7
    yield "sum-zero", [5, -9, 12, 9, 3], 0
    yield "many-pairs", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 11
    yield "largest", [TOP, 1, 2, TOP], 2 * TOP
    yield "smallest", [-TOP, 7, -TOP], -2 * TOP
    yield "beyond-int32", [TOP, TOP - 1, TOP - 2], 2 * TOP - 3
    yield "first-and-last", [41, *([7] * 50), 1], 42
    yield "wraps-around", [-TOP, 3, -TOP, TOP], 2**32 - 2 * TOP
    yield "all-equal-large", [1] * MOST, 3
    even = [source.randint(0, 40_000) * 2 for _ in range(MOST)]
    yield "no-pair-large", even, 77_777
    last = [source.randrange(0, 40_000) * 2 for _ in range(MOST - 1)] + [1]
    yield "pair-with-last-large", last, last[0] + 1
    wide = [source.randint(-TOP, TOP) for _ in range(8_000)]
    yield "wide-large", wide, wide[123] + wide[7_777]


def write(group, name, numbers, total):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    lines = [f"{len(numbers)} {total}", *([" ".join(map(str, numbers))] if numbers else [])]
    (DATA / group / f"{name}.in").write_text("".join(line + "\n" for line in lines))
    found = pair(numbers, total)
    (DATA / group / f"{name}.ans").write_text(f"{found[0]} {found[1]}\n" if found else "IMPOSSIBLE\n")


for number, (numbers, total) in enumerate(SAMPLE, start=1):
    write("sample", str(number), numbers, total)

for number, (name, numbers, total) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", numbers, total)
