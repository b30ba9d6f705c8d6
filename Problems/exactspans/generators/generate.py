#!/usr/bin/env python3
"""Writes the data of `exactspans`; the same bytes at every run."""

import pathlib
import random
from collections import Counter
from itertools import accumulate

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
source = random.Random("exactspans 1")


def answer(wanted, numbers):
    seen, count = Counter(), 0
    for total in accumulate(numbers, initial=0):
        count += seen[total - wanted]
        seen[total] += 1
    return count


def choose(count, least, most):
    return [source.randint(least, most) for _ in range(count)]


def secret_cases():
    yield "one-number", 5, [5]
    yield "one-other-number", 5, [4]
    yield "no-empty-span", 0, [1, 2, 3]
    yield "zero-in-the-list", 0, [1, 0, 2]
    yield "whole-list", 6, [1, 2, 3]
    yield "from-the-beginning", 3, [1, 2, 4]
    yield "to-the-end", 6, [1, 2, 4]
    yield "negative-numbers", 3, [5, -2, -1, 4, -3]
    yield "negative-sum", -3, [-1, -2, 3, -3]
    yield "falls-below-and-comes-back", 2, [1, -5, 6, 2, -2, 2]
    yield "sums-below-zero", 1, [-9, 1, -1, 1, 5]
    yield "all-zero", 0, [0] * 30
    yield "extremes", 0, [1000, -1000] * 10
    yield "out-of-reach", 10**9, [1000] * 20
    yield "positive", 50, choose(1000, 1, 20)
    yield "random", 7, choose(2000, -9, 9)
    yield "random-extremes", 1000, choose(2000, -1000, 1000)
    n = 200_000
    yield "beyond-32-bits-large", 0, [0] * n
    yield "random-large", 0, choose(n // 4, -9, 9)
    yield "digits-large", 5_000, choose(n // 4, 0, 9)
    yield "far-from-zero-large", -19_000_000, [-1000] * 20_000 + [-999] * 20


def write(group, name, wanted, numbers):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    (DATA / group / f"{name}.in").write_text(f"{len(numbers)} {wanted}\n{' '.join(map(str, numbers))}\n")
    (DATA / group / f"{name}.ans").write_text(f"{answer(wanted, numbers)}\n")


write("sample", "1", 5, [2, 3, -1, 1, 5])
write("sample", "2", 0, [1, -1, 1, -1])
for number, (name, wanted, numbers) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", wanted, numbers)
