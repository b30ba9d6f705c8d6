#!/usr/bin/env python3
"""Writes the data of `playlist`; the same bytes at every run."""

import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
source = random.Random("playlist 1")


def answer(n, k, moves):
    after = list(range(1, n + 1)) + [0]
    before = [n] + list(range(n))
    for x, y in moves:
        after[before[x]], before[after[x]] = after[x], before[x]
        after[x], before[x] = after[y], y
        before[after[x]] = after[y] = x
    song = 0
    for _ in range(k):
        song = after[song]
        yield song


def anyhow(n, count):
    for _ in range(count):
        x, y = source.randint(1, n), source.randint(0, n)
        yield x, (y if x != y else 0)


def secret_cases():
    yield "one-song", 1, 1, []
    yield "one-song-to-the-front", 1, 1, [(1, 0), (1, 0)]
    yield "no-moves", 7, 7, []
    yield "stays-where-it-is", 5, 5, [(3, 2), (1, 0), (5, 4)]
    yield "behind-its-neighbour", 5, 5, [(1, 2), (2, 3), (4, 5), (5, 4)]
    yield "last-to-front", 6, 6, [(6, 0), (5, 0)]
    yield "first-to-the-end", 6, 6, [(1, 6), (2, 1)]
    yield "back-and-forth", 4, 3, [(1, 2), (2, 1)] * 20 + [(4, 0)]
    yield "turned-round", 50, 50, [(song, 0) for song in range(1, 51)]
    yield "only-the-first", 100, 1, list(anyhow(100, 300))
    yield "random", 1000, 1000, list(anyhow(1000, 3000))
    n, m = 300_000, 20_000
    yield "random-large", n, 2000, list(anyhow(n, m))
    yield "behind-the-last-large", n, 3000, [(song, song - 1 if song > 1 else n) for song in range(1, 10_001)]
    yield "everything-shown-large", 10_000, 10_000, [(song, 0) for song in source.sample(range(1, 10_001), 10_000)]


def write(group, name, n, k, moves):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    lines = [(n, len(moves), k), *moves]
    (DATA / group / f"{name}.in").write_text("".join(" ".join(map(str, line)) + "\n" for line in lines))
    (DATA / group / f"{name}.ans").write_text(" ".join(map(str, answer(n, k, moves))) + "\n")


write("sample", "1", 5, 5, [(4, 1), (1, 0), (2, 5)])
write("sample", "2", 4, 2, [(4, 0), (3, 4)])
for number, (name, n, k, moves) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", n, k, moves)
