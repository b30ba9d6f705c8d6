#!/usr/bin/env python3
"""Writes the data of `aplusb`; the same bytes at every run."""

import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
TOP = 10**18

SAMPLE = {"1": (1, 2), "2": (-5, 3)}

SECRET = {
    "zeros": (0, 0),
    "one-and-zero": (1, 0),
    "minus-one": (0, -1),
    "cancel-small": (17, -17),
    "two-digits-carry": (99, 1),
    "borrow": (100, -1),
    "both-negative": (-12, -30),
    "int16": (2**15 - 1, 1),
    "int32-top": (2**31 - 1, 1),
    "int32-bottom": (-(2**31), -1),
    "uint32-top": (2**32 - 1, 1),
    "double-precision": (2**53, 1),
    "double-precision-negative": (-(2**53), -1),
    "halves-borrow": (10**9, -1),
    "largest": (TOP, TOP),
    "smallest": (-TOP, -TOP),
    "cancel-large": (TOP, -TOP),
    "nearly-cancel": (TOP, -TOP + 1),
}


def write(group, name, a, b):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    (DATA / group / f"{name}.in").write_text(f"{a} {b}\n")
    (DATA / group / f"{name}.ans").write_text(f"{a + b}\n")


for name, (a, b) in SAMPLE.items():
    write("sample", name, a, b)

number = 0
for name, (a, b) in SECRET.items():
    number += 1
    write("secret", f"{number:02}-{name}", a, b)

source = random.Random("aplusb 1")
for _ in range(2):
    number += 1
    write("secret", f"{number:02}-random", source.randint(-TOP, TOP), source.randint(-TOP, TOP))
