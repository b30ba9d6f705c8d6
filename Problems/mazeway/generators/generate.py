#!/usr/bin/env python3
"""Writes the data of `mazeway`; the same bytes at every run."""

import pathlib
import random
from collections import deque

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
SIZE = 250
STEPS = {"D": (1, 0), "R": (0, 1), "U": (-1, 0), "L": (0, -1)}
source = random.Random("mazeway 1")


def answer(rows):
    place = {cell: (y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell in "SE"}
    came, waiting = {place["S"]: ""}, deque([place["S"]])
    while waiting:
        y, x = waiting.popleft()
        for letter, (down, right) in STEPS.items():
            next = (y + down, x + right)
            if 0 <= next[0] < len(rows) and 0 <= next[1] < len(rows[0]) and next not in came:
                if rows[next[0]][next[1]] != "#":
                    came[next] = letter
                    waiting.append(next)
    if place["E"] not in came:
        return "NONE"
    way, here = "", place["E"]
    while came[here]:
        down, right = STEPS[came[here]]
        way, here = came[here] + way, (here[0] - down, here[1] - right)
    return way


def with_ends(rows, start, end):
    rows = [list(row) for row in rows]
    rows[start[0]][start[1]], rows[end[0]][end[1]] = "S", "E"
    return ["".join(row) for row in rows]


def noise(height, width, walls):
    rows = ["".join("#" if source.random() < walls else "." for _ in range(width)) for _ in range(height)]
    return with_ends(rows, (0, source.randrange(width)), (height - 1, source.randrange(width)))


def snake(size, start, end):
    """A corridor that goes to and fro over the whole maze."""
    rows = []
    for y in range(size):
        if y % 2 == 0:
            rows.append("." * size)
        else:
            rows.append("#" * (size - 1) + "." if y % 4 == 1 else "." + "#" * (size - 1))
    return with_ends(rows, start, end)


def secret_cases():
    yield "two-cells", ["ES"]
    yield "one-column", ["S", ".", "E"]
    yield "wall-between", ["S#E"]
    yield "walled-in", ["S.#.", "..#E", "####"]
    yield "no-step-across-corners", ["S#", "#E"]
    yield "no-step-around-the-edge", ["S.#E", "####", "...."]
    yield "square", ["S..", "...", "..E"]
    yield "detour", ["S.....", "#####.", "E....."]
    yield "trap-for-greedy", ["......", ".####.", "S...#E", ".####.", "......"]
    yield "straight-on", ["......", "S.E...", "......", "......"]
    yield "end-beside-start", ["...", ".S.", ".E."]
    yield "up-and-left", ["E..#", ".#..", "...S"]
    yield "noise-small", noise(8, 9, 0.25)
    yield "noise", noise(60, 70, 0.3)
    yield "noise-high", noise(100, 3, 0.15)
    free = ["." * SIZE] * SIZE
    yield "free-large", with_ends(free, (0, 0), (SIZE - 1, SIZE - 1))
    yield "snake-large", snake(SIZE, (0, 0), (SIZE - 2, 0))
    yield "snake-back-large", snake(SIZE - 1, (SIZE - 2, 0), (0, 0))
    yield "noise-large", noise(SIZE, SIZE, 0.35)
    closed = free[:-3] + ["#" * SIZE] + free[:2]
    yield "closed-large", with_ends(closed, (0, 0), (SIZE - 1, SIZE - 1))


def write(group, name, rows):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    text = "".join(f"{row}\n" for row in [f"{len(rows)} {len(rows[0])}", *rows])
    (DATA / group / f"{name}.in").write_text(text)
    (DATA / group / f"{name}.ans").write_text(answer(rows) + "\n")


write("sample", "1", ["S.#..", "..#.E", "....."])
write("sample", "2", ["S.#", ".##", "#.E"])
for number, (name, rows) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", rows)

# What the validators must refuse and accept.
(DATA / "invalid_input").mkdir(parents=True, exist_ok=True)
for name, text in {
    "two-starts": "1 3\nSSE\n",
    "no-end": "1 3\nS..\n",
    "row-too-short": "2 2\nSE\n.\n",
    "unknown-cell": "1 3\nSxE\n",
    "row-too-many": "1 2\nSE\n..\n",
}.items():
    (DATA / "invalid_input" / f"{name}.in").write_text(text)
for directory, outputs in {
    "valid_output": {"other-way": "DDRRRRU\n", "with-spaces": "\n  DRDRRRU  \n"},
    "invalid_output": {"into-a-wall": "RRRRD\n", "longer": "DDRRRLRRU\n", "not-there": "DDRRRR\n", "none": "NONE\n"},
}.items():
    (DATA / directory).mkdir(parents=True, exist_ok=True)
    for name, output in outputs.items():
        for ending in ("in", "ans"):
            (DATA / directory / f"{name}.{ending}").write_text((DATA / "sample" / f"1.{ending}").read_text())
        (DATA / directory / f"{name}.out").write_text(output)
