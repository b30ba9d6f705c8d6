#!/usr/bin/env python3
"""Writes the data of `floatsum`; the same bytes at every run. The answers are exact up to 20 decimals."""

import pathlib
import random
import re
from decimal import Decimal, getcontext

getcontext().prec = 100
DATA = pathlib.Path(__file__).resolve().parent.parent / "data"

SAMPLE = [["1.5", "2.25", "-0.5"], ["1e3", ".5", "-2E-1"]]


def secret_cases():
    source = random.Random("floatsum 1")

    def fixed(low, high, decimals):
        return f"{source.uniform(low, high):.{decimals}f}"

    yield "none", []
    yield "zero", ["0"]
    yield "minus-zero", ["-0.0"]
    yield "one", ["3.14159265358979"]
    yield "one-negative", ["-2.718281828459045"]
    yield "points-at-the-ends", [".25", "5.", "-.75", "-7."]
    yield "exponents", ["1e0", "1E+2", "2.5e-3", "-.5E1", "7.e1", "12345e-05"]
    yield "leading-zeros", ["007.5", "0000", "-00.25"]
    yield "tenths", ["0.1"] * 10
    yield "largest", ["1000000000"] * 5_000
    yield "smallest", ["-1e9"] * 5_000
    yield "tiny", ["1e-9"] * 500
    yield "cancel-to-zero", ["123456789.125", "-123456789.125"]
    yield "cancel-to-little", ["1000000000", "0.000123", "-1000000000"]
    yield "thirds", ["0.333333333333333"] * 3_000
    yield "random-large", [fixed(-1000, 1000, 6) for _ in range(20_000)]
    yield "positive-large", [fixed(0, 1000, 3) for _ in range(10_000)]
    mixed = [f"{source.uniform(-1, 1) * 10 ** source.randint(-6, 5):.8g}" for _ in range(3_000)]
    yield "sizes-mixed", mixed
    integers = [str(source.randint(-(10**6), 10**6)) for _ in range(3_000)]
    yield "integers", integers


def write(group, name, numbers):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    (DATA / group / f"{name}.in").write_text("".join(f"{line}\n" for line in [len(numbers), *numbers]))
    total = sum((Decimal(re.sub(r"\.(?![0-9])", "", number)) for number in numbers), Decimal(0))
    text = f"{total:.20f}".rstrip("0").rstrip(".")
    (DATA / group / f"{name}.ans").write_text(("0" if text == "-0" else text) + "\n")


for number, numbers in enumerate(SAMPLE, start=1):
    write("sample", str(number), numbers)

for number, (name, numbers) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", numbers)
