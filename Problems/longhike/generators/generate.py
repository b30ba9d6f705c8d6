#!/usr/bin/env python3
"""Writes the data of `longhike`; the same bytes at every run."""

import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
source = random.Random("longhike 1")


def farthest(start, paths):
    """The farthest hut, and its distance as (length, paths)."""
    distance, waiting = {start: (0, 0)}, [start]
    for hut in waiting:
        length, count = distance[hut]
        for other, more in paths[hut]:
            if other not in distance:
                distance[other] = (length + more, count + 1)
                waiting.append(other)
    hut = max(waiting, key=distance.get)
    return hut, distance[hut]


def answer(edges):
    paths = {hut: [] for hut in range(1, len(edges) + 2)}
    for a, b, length in edges:
        paths[a].append((b, length))
        paths[b].append((a, length))
    end, _ = farthest(1, paths)
    return "{} {}".format(*farthest(end, paths)[1])


def tree(n, parent, length, is_shuffled=True):
    """A tree in which hut k is joined to `parent(k)`, under other numbers and in another order."""
    names = list(range(1, n + 1))
    if is_shuffled:
        source.shuffle(names)
    edges = []
    for k in range(1, n):
        pair = [names[k], names[parent(k)]]
        source.shuffle(pair)
        edges.append((*pair, length(k)))
    if is_shuffled:
        source.shuffle(edges)
    return edges


def one(_):
    return 1


def long(_):
    return source.randint(10**8, 10**9)


def secret_cases():
    yield "one-hut", []
    yield "two-huts", [(2, 1, 5)]
    yield "largest-length", [(1, 2, 10**9)]
    yield "beyond-32-bits", [(hut, hut + 1, 10**9) for hut in range(1, 6)]
    yield "path", [(hut, hut + 1, hut) for hut in range(1, 10)]
    yield "path-with-1-in-the-middle", [(5, 1, 4), (1, 3, 3), (3, 2, 9), (5, 4, 2)]
    yield "star", [(1, hut, hut) for hut in range(2, 9)]
    yield "few-long-or-many-short", [(1, 2, 10), (1, 3, 10), (3, 4, 1), (4, 5, 1), (5, 6, 1)]
    yield "equal-with-more-paths", [(1, 2, 6), (1, 3, 6), (1, 4, 2), (4, 5, 2), (5, 6, 2)]
    yield "aside-of-the-first-hut", [(1, 2, 1), (2, 3, 50), (2, 4, 60), (3, 5, 1)]
    yield "equal-lengths", tree(40, lambda k: (k - 1) // 3, one)
    yield "random-small", tree(12, lambda k: source.randrange(k), long)
    yield "random", tree(2_000, lambda k: source.randrange(k), lambda k: source.randint(1, 9))
    n = 30_000
    yield "path-large", tree(n, lambda k: k - 1, lambda k: source.randint(1, 9))
    yield "path-in-order-large", tree(5_000, lambda k: k - 1, one, is_shuffled=False)
    yield "star-large", tree(5_000, lambda k: 0, lambda k: source.randint(1, 99), is_shuffled=False)
    yield "close-to-a-path-large", tree(10_000, lambda k: max(0, k - source.randint(1, 4)), long)


def write(group, name, edges):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    lines = [(len(edges) + 1,), *edges]
    (DATA / group / f"{name}.in").write_text("".join(" ".join(map(str, line)) + "\n" for line in lines))
    (DATA / group / f"{name}.ans").write_text(answer(edges) + "\n")


write("sample", "1", [(1, 2, 3), (2, 3, 4), (2, 4, 1), (4, 5, 5)])
write("sample", "2", [(1, 2, 4), (1, 3, 4), (3, 4, 2), (1, 5, 6)])
for number, (name, edges) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", edges)
