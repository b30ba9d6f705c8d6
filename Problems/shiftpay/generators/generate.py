#!/usr/bin/env python3
"""Writes the data of `shiftpay`; the same bytes at every run."""

import bisect
import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
LATEST = 10**9
source = random.Random("shiftpay 1")


def answer(shifts):
    ends, best = [0], [0]
    for begin, end, pay in sorted(shifts, key=lambda shift: shift[1]):
        before = bisect.bisect_right(ends, begin) - 1
        ends.append(end)
        best.append(max(best[-1], best[before] + pay))
    return best[-1]


def choose(count, latest, longest, pay):
    shifts = []
    for _ in range(count):
        begin = source.randrange(latest)
        shifts.append((begin, min(LATEST, begin + source.randint(1, longest)), source.randint(1, pay)))
    return shifts


def mixed(shifts):
    source.shuffle(shifts)
    return shifts


def groups():
    yield "1-few", [
        ("one", [(0, 1, 1)]),
        ("one-largest", [(0, LATEST, LATEST)]),
        ("end-meets-beginning", [(0, 10, 5), (10, 20, 5), (5, 15, 9)]),
        ("same-shift-twice", [(1, 2, 4), (1, 2, 4), (2, 3, 1)]),
        ("long-one-pays-more", [(0, 100, 50)] + [(10 * k, 10 * k + 10, 4) for k in range(10)]),
        ("short-ones-pay-more", [(0, 100, 50)] + [(10 * k, 10 * k + 10, 6) for k in range(10)]),
        ("best-paid-is-a-trap", [(0, 4, 6), (3, 7, 10), (6, 10, 6)]),
        ("first-to-end-is-a-trap", [(0, 2, 1), (1, 9, 10), (9, 10, 1)]),
        ("pay-by-the-hour-is-a-trap", [(0, 1, 9), (0, 10, 30), (1, 9, 2)]),
        ("beyond-32-bits", [(k, k + 1, LATEST) for k in range(18)]),
        ("random-18", choose(18, 60, 20, 30)),
        ("random-18-long", choose(18, 60, 50, 100)),
    ]
    yield "2-some", [
        ("all-overlap", choose(1500, 1000, 10**9, 1000)),
        ("chain", mixed([(2 * k, 2 * k + 3, k % 5 + 1) for k in range(1500)])),
        ("random-short", choose(1500, 10**6, 1000, 10**6)),
        ("random-same-ends", choose(1500, 30, 9, 10**9)),
    ]
    n = 30_000
    yield "3-many", [
        ("side-by-side", [(k, k + 1, LATEST if k < 9 else 9) for k in range(10_000)]),
        ("chain", mixed([(2 * k, 2 * k + 3, k % 7 + 1) for k in range(n // 2)])),
        ("random", choose(n, 10**5, 99, 99)),
    ]


def write(group, name, shifts):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    lines = [(len(shifts),), *shifts]
    (DATA / group / f"{name}.in").write_text("".join(" ".join(map(str, line)) + "\n" for line in lines))
    (DATA / group / f"{name}.ans").write_text(f"{answer(shifts)}\n")


write("sample", "1", [(9, 12, 40), (11, 14, 70), (13, 17, 50), (14, 16, 30)])
write("sample", "2", [(0, 5, 3), (5, 6, 2)])
for group, cases in groups():
    for number, (name, shifts) in enumerate(cases, start=1):
        write(f"secret/{group}", f"{number:02}-{name}", shifts)
