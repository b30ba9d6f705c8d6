#!/usr/bin/env python3
"""Writes the data of `wirecut`; the same bytes at every run. The answers are fractions, found exactly."""

import pathlib
import random
from fractions import Fraction

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
LONGEST = 10**9
source = random.Random("wirecut 1")


def answer(k, wires):
    """A wire of length w gives j pieces as long as a piece is at most w / j: the answer is such a quotient."""
    low, high = Fraction(0), Fraction(max(wires) + 1)
    # The lengths at which the number of pieces changes are at least this far apart.
    while high - low > Fraction(1, 4 * k * k):
        middle = (low + high) / 2
        if sum(wire * middle.denominator // middle.numerator for wire in wires) >= k:
            low = middle
        else:
            high = middle
    # The next such quotient from `low` on.
    return min(Fraction(wire, wire * low.denominator // low.numerator) for wire in wires if wire >= low)


def choose(count, longest):
    return [source.randint(1, longest) for _ in range(count)]


def secret_cases():
    yield "one-wire", 1, [7]
    yield "one-wire-in-three", 3, [1]
    yield "no-cut", 2, [5, 5]
    yield "one-wire-is-enough", 2, [100, 1, 1]
    yield "more-pieces-than-millimetres", 1000, [3, 4]
    yield "not-an-integer", 4, [10, 8, 3]
    yield "shortest-pieces", 10**9, [1]
    yield "shortest-of-two", 10**9, [1, 2]
    yield "longest-wire", 1, [LONGEST]
    yield "seven-digits", 1, [1_234_567, 1_000_003]
    yield "longest-wires", 4, [LONGEST, LONGEST - 1, LONGEST - 2]
    yield "a-millimetre-each", 10**9, [LONGEST]
    yield "short-beside-long", 10, [1, 1, 1, LONGEST]
    yield "as-many-as-wires", 50, choose(50, 1000)
    yield "random", 777, choose(300, 10**5)
    n = 20_000
    yield "few-pieces-large", 5, choose(n, 10**4)
    yield "many-pieces-large", 10**9, choose(n, 10**4)
    yield "beyond-32-bits-large", 10**9, [LONGEST - source.randint(0, 9) for _ in range(n // 4)]


def decimal(number):
    """With 15 decimals, or more for small ones: 15 digits that count."""
    places = 15
    while number and number * 10 ** (places - 14) < 1:
        places += 1
    whole = round(number * 10**places)
    text = str(whole).rjust(places + 1, "0")
    return f"{text[:-places]}.{text[-places:]}".rstrip("0").rstrip(".")


def write(group, name, k, wires):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    (DATA / group / f"{name}.in").write_text(f"{len(wires)} {k}\n{' '.join(map(str, wires))}\n")
    (DATA / group / f"{name}.ans").write_text(decimal(answer(k, wires)) + "\n")


write("sample", "1", 4, [10, 7, 3])
write("sample", "2", 7, [5])
for number, (name, k, wires) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", k, wires)
