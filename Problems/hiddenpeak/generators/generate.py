#!/usr/bin/env python3
"""Writes the data of `hiddenpeak`; the same bytes at every run. The answers name one peak, the highest."""

import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
MOST, HIGHEST = 10**6, 10**9
source = random.Random("hiddenpeak 1")


def zigzag(marks, turns):
    """Up and down between random places."""
    places = sorted({1, marks, *(source.randint(1, marks) for _ in range(turns))})
    height, points = source.randint(0, HIGHEST), []
    up = source.random() < 0.5
    for i, place in enumerate(places):
        if i > 0:
            least = place - places[i - 1]
            height = source.randint(height + least, HIGHEST) if up else source.randint(0, height - least)
            up = not up
        # Leave room for the next turn, whichever way it goes.
        room = places[i + 1] - place if i + 1 < len(places) else 0
        height = min(max(height, 0 if up else room), HIGHEST - room if up else HIGHEST)
        if i > 0 and abs(height - points[-1][1]) < place - points[-1][0]:
            return zigzag(marks, turns)
        points.append((place, height))
    return points


def one_peak(marks, peak):
    points = [(1, 0), (peak, marks), (marks, 0)]
    return [(place, max(0, marks - abs(place - peak))) for place in sorted({place for place, _ in points})]


def secret_cases():
    yield "one-mark", [(1, 7)]
    yield "two-rising", [(1, 3), (2, 4)]
    yield "two-falling", [(1, 4), (2, 3)]
    yield "three-peak-inside", [(1, 1), (2, 5), (3, 4)]
    yield "three-valley-inside", [(1, 5), (2, 1), (3, 4)]
    yield "extreme-heights", [(1, HIGHEST), (2, 0), (3, HIGHEST), (4, 0)]
    yield "every-other", [(mark, mark % 2 * 10 + mark // 9) for mark in range(1, 101)]
    yield "rising", [(1, 0), (1000, 5000)]
    yield "falling", [(1, 5000), (1000, 0)]
    yield "random", zigzag(5000, 20)
    yield "rising-large", [(1, 0), (MOST, HIGHEST)]
    yield "falling-large", [(1, HIGHEST), (MOST, 0)]
    yield "peak-second-large", one_peak(MOST, 2)
    yield "peak-second-to-last-large", one_peak(MOST, MOST - 1)
    yield "peak-beside-the-middle-large", one_peak(MOST, MOST // 2 + 1)
    yield "valley-large", [(1, HIGHEST), (MOST // 2, 0), (MOST, HIGHEST)]
    yield "few-turns-large", zigzag(MOST, 10)
    yield "many-turns-large", zigzag(MOST, 500)


def write(group, name, points):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    lines = [(points[-1][0], len(points)), *points]
    (DATA / group / f"{name}.in").write_text("".join(" ".join(map(str, line)) + "\n" for line in lines))
    peak, _ = max(points, key=lambda point: point[1])
    (DATA / group / f"{name}.ans").write_text(f"{peak}\n")


write("sample", "1", [(1, 20), (3, 60), (4, 50), (6, 70)])
(DATA / "sample" / "1.interaction").write_text("<6 6\n>? 3\n<60\n>? 4\n<50\n>? 2\n<40\n>! 3\n")
for number, (name, points) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", points)
