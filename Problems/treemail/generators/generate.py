#!/usr/bin/env python3
"""Writes the data of `treemail`; the same bytes at every run. An answer file has the number of nodes, which nobody reads."""

import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
source = random.Random("treemail 1")


def in_preorder(children):
    """Numbers the nodes of a tree, which is a list of pairs of indices, or None, with the root at index 0."""
    numbers, waiting = {}, [0]
    while waiting:
        node = waiting.pop()
        numbers[node] = len(numbers) + 1
        waiting += [child for child in reversed(children[node]) if child is not None]
    pairs = [(0, 0)] * len(children)
    for node, number in numbers.items():
        pairs[number - 1] = tuple(0 if child is None else numbers[child] for child in children[node])
    return pairs


def grow(n, choose):
    """A tree that gets a node at a free place, again and again; `choose` tells which of so many."""
    children, free = [[None, None]], [(0, 0), (0, 1)]
    while len(children) < n:
        at = choose(len(free))
        free[at], free[-1] = free[-1], free[at]
        node, side = free.pop()
        children[node][side] = len(children)
        free += [(len(children), 0), (len(children), 1)]
        children.append([None, None])
    return in_preorder(children)


def path(n, side):
    return in_preorder([[k + 1 if k + 1 < n and side(k) == s else None for s in (0, 1)] for k in range(n)])


def full(n):
    return in_preorder([[child if child < n else None for child in (2 * k + 1, 2 * k + 2)] for k in range(n)])


def secret_cases():
    yield "one-node", [(0, 0)]
    yield "only-left", [(2, 0), (0, 0)]
    yield "only-right", [(0, 2), (0, 0)]
    yield "both", [(2, 3), (0, 0), (0, 0)]
    yield "left-path", path(6, lambda k: 0)
    yield "right-path", path(6, lambda k: 1)
    yield "zigzag", path(9, lambda k: k % 2)
    yield "full", full(15)
    yield "almost-full", full(12)
    yield "same-counts-other-shape", [(2, 5), (3, 4), (0, 0), (0, 0), (0, 6), (0, 0)]
    yield "random-small", grow(30, source.randrange)
    yield "random", grow(1_000, source.randrange)
    n = 20_000
    yield "left-path-large", path(n, lambda k: 0)
    yield "right-path-large", path(n // 2, lambda k: 1)
    sides = [source.randrange(2) for _ in range(n)]
    yield "zigzag-large", path(n // 2, lambda k: sides[k])
    yield "random-large", grow(n, source.randrange)
    yield "deep-large", grow(n // 2, lambda free: free - 1 - source.randrange(min(free, 3)))


def write(group, name, pairs):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    lines = ["pack", str(len(pairs)), *(f"{left} {right}" for left, right in pairs)]
    (DATA / group / f"{name}.in").write_text("".join(f"{line}\n" for line in lines))
    (DATA / group / f"{name}.ans").write_text(f"{len(pairs)}\n")


write("sample", "1", [(2, 4), (0, 3), (0, 0), (5, 0), (0, 0)])
tree = "5\n2 4\n0 3\n0 0\n5 0\n0 0"
sent, back = (tree.replace("\n", f"\n{mark}") for mark in "<>")
(DATA / "sample" / "1.interaction").write_text(f"<pack\n<{sent}\n>1101001000\n---\n<unpack\n<1101001000\n>{back}\n")
for number, (name, pairs) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", pairs)
