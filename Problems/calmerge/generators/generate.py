#!/usr/bin/env python3
"""Writes the data of `calmerge`; the same bytes at every run."""

import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
LATEST = 10**9
source = random.Random("calmerge 1")


def blocks(meetings):
    found = []
    for begin, end in sorted(meetings):
        if found and begin <= found[-1][1]:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([begin, end])
    return found


def meetings(count, latest, longest):
    for _ in range(count):
        begin = source.randrange(latest)
        yield begin, min(LATEST, begin + source.randint(1, longest))


def secret_cases():
    yield "none", []
    yield "one", [(30, 60)]
    yield "whole-time", [(0, LATEST)]
    yield "touching", [(60, 90), (0, 30), (30, 60)]
    yield "one-minute-between", [(0, 30), (31, 60)]
    yield "inside-another", [(0, 100), (20, 30), (40, 50), (100, 101)]
    yield "same-twice", [(5, 9), (5, 9), (1, 2), (1, 2)]
    yield "same-beginning", [(5, 7), (5, 9), (5, 6)]
    yield "same-end", [(7, 9), (5, 9), (8, 9)]
    yield "by-number-not-by-word", [(9, 10), (10, 20), (100, 110), (20, 21), (1000, 1001)]
    yield "last-joins-all", [(0, 10), (20, 30), (40, 50), (5, 45)]
    yield "at-the-end-of-time", [(LATEST - 1, LATEST), (0, 1)]
    yield "random-small", list(meetings(60, 500, 20))
    yield "random", list(meetings(2_000, 10**6, 600))
    n = 30_000
    yield "few-blocks-large", list(meetings(n, 10**5, 9))
    yield "far-apart-large", source.sample([(99_000 * k, 99_000 * k + 60) for k in range(4_000)], 4_000)
    yield "one-in-the-other-large", [(k, n - k) for k in range(8_000)]


def write(group, name, meetings):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    found = blocks(meetings)
    lines = [(len(meetings),), *meetings]
    (DATA / group / f"{name}.in").write_text("".join(" ".join(map(str, line)) + "\n" for line in lines))
    lines = [(len(found), sum(end - begin for begin, end in found)), *found]
    (DATA / group / f"{name}.ans").write_text("".join(" ".join(map(str, line)) + "\n" for line in lines))


write("sample", "1", [(600, 660), (540, 610), (720, 780), (660, 690)])
write("sample", "2", [(0, 30), (5, 10), (31, 40)])
for number, (name, cases) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", cases)
