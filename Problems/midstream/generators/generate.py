#!/usr/bin/env python3
"""Writes the data of `midstream`; the same bytes at every run."""

import bisect
import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
LARGEST = 10**9
source = random.Random("midstream 1")


def answer(numbers):
    ordered, total = [], 0
    for number in numbers:
        bisect.insort(ordered, number)
        total += ordered[(len(ordered) - 1) // 2]
    return total


def choose(count, size):
    return [source.randint(-size, size) for _ in range(count)]


def secret_cases():
    yield "one", [42]
    yield "one-negative", [-LARGEST]
    yield "two", [5, 3]
    yield "three", [9, 1, 5]
    yield "all-equal", [7] * 20
    yield "rising", list(range(1, 30))
    yield "falling", list(range(30, 0, -1))
    yield "around-zero", [0, -1, 1, -2, 2, -3, 3]
    yield "to-and-fro", [sign * 10**k for k in range(9) for sign in (1, -1)]
    yield "beyond-32-bits", [LARGEST] * 5
    yield "beyond-32-bits-below", [-LARGEST] * 5
    yield "random-small", choose(500, 20)
    yield "random-sizes", choose(500, LARGEST)
    n = 60_000
    yield "random-large", choose(n, 9999)
    yield "largest-large", [LARGEST - source.randint(0, 9) for _ in range(5_000)]
    yield "falling-large", list(range(10_000, -10_000, -1))


def write(group, name, numbers):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    (DATA / group / f"{name}.in").write_text(f"{len(numbers)}\n{' '.join(map(str, numbers))}\n")
    (DATA / group / f"{name}.ans").write_text(f"{answer(numbers)}\n")


write("sample", "1", [5, 2, 9, 4])
write("sample", "2", [-3, -3, 8])
for number, (name, numbers) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", numbers)
