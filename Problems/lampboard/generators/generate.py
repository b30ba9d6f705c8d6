#!/usr/bin/env python3
"""Writes the data of `lampboard`; the same bytes at every run."""

import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
source = random.Random("lampboard 1")


def answer(switches):
    base = []
    for switch in switches:
        for vector in base:
            switch = min(switch, switch ^ vector)
        if switch:
            base.append(switch)
    shown = 0
    for vector in sorted(base, reverse=True):
        shown = max(shown, shown ^ vector)
    return shown


def choose(count, bits):
    return [source.getrandbits(bits) for _ in range(count)]


def dependent(count, rank, bits):
    """Many switches, all of which are combinations of a few."""
    base, switches = choose(rank, bits), []
    for _ in range(count):
        switch = 0
        for vector in base:
            switch ^= vector * source.getrandbits(1)
        switches.append(switch)
    return switches


def groups():
    last = 2**60 - 1
    yield "1-few-switches", [
        ("one", [5]),
        ("nothing-wired", [0]),
        ("all-lamps", [last]),
        ("same-switch-twice", [6, 6]),
        ("all-three-together", [4, 2, 1]),
        ("not-all-of-them", [12, 10, 9]),
        ("largest-is-not-needed", [7, 5, 3]),
        ("lower-bit-hides-behind-a-higher", [8 + 1, 8 + 2, 4]),
        ("leftmost-lamp", [2**59, 2**59 + 1, 1]),
        ("beyond-53-bits", [2**59 + 1, 2**58 + 2, 2**57 + 4]),
        ("beyond-32-bits", [2**31, 2**32, 2**33 - 1]),
        ("random", choose(16, 60)),
        ("random-small", choose(16, 20)),
        ("dependent", dependent(16, 5, 60)),
    ]
    yield "2-few-lamps", [
        ("two-lamps", choose(50, 2)),
        ("random", choose(2_000, 16)),
        ("dependent", dependent(2_000, 7, 16)),
        ("single-lamps", [2 ** (k % 15) for k in range(200)]),
        ("all-zero", [0] * 2_000),
    ]
    yield "3-all", [
        ("thirty-and-an-idle-one", choose(29, 60) + [0]),
        ("single-lamps", source.sample([2**k for k in range(60)], 60)),
        ("neighbouring-lamps", source.sample([3 * 2**k for k in range(59)], 59)),
        ("lamps-from-the-right", [2**k - 1 for k in range(1, 61)]),
        ("dependent-large", dependent(10_000, 40, 60)),
        ("last-one-counts-large", [switch & ~1 for switch in dependent(3_999, 30, 60)] + [1]),
    ]


def write(group, name, switches):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    (DATA / group / f"{name}.in").write_text(f"{len(switches)}\n{' '.join(map(str, switches))}\n")
    (DATA / group / f"{name}.ans").write_text(f"{answer(switches)}\n")


write("sample", "1", [9, 5, 12])
write("sample", "2", [6, 3, 5, 5])
for group, cases in groups():
    for number, (name, switches) in enumerate(cases, start=1):
        write(f"secret/{group}", f"{number:02}-{name}", switches)
