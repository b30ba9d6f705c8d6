#!/usr/bin/env python3
"""Writes the data of `anagroups`; the same bytes at every run."""

import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
source = random.Random("anagroups 1")


def answer(words):
    groups = {}
    for word in words:
        groups.setdefault("".join(sorted(word)), []).append(word)
    largest = max(groups.values(), key=len)
    return f"{len(groups)} {len(largest)} {largest[0]}"


def choose(count, letters, shortest, longest):
    return ["".join(source.choices(letters, k=source.randint(shortest, longest))) for _ in range(count)]


def shuffled(word):
    return "".join(source.sample(word, len(word)))


def secret_cases():
    yield "one-word", ["a"]
    yield "same-word-twice", ["stone", "stone"]
    yield "same-letters-other-counts", ["aab", "abb", "ab", "aabb", "bab"]
    yield "same-sum-of-letters", ["ad", "bc", "bbc", "cbb", "adb"]
    yield "same-xor-of-letters", ["aabb", "ccdd", "xxyy", "abab"]
    yield "first-of-equal-groups", ["night", "pots", "stop", "thing"]
    yield "largest-comes-late", ["zz", "ab", "ba", "zz", "b", "ba"]
    yield "not-first-in-the-alphabet", ["team", "mate", "meat", "tame"]
    yield "counts-with-two-digits", ["b" + "a" * 11, "a" + "b" * 11, "ab" * 6, "a" * 11 + "b"]
    yield "twenty-letters", ["a" * 20, "a" * 19 + "b", "b" + "a" * 19, "z" * 20]
    yield "all-different", list(LETTERS)
    yield "two-letters", choose(300, "ab", 1, 8)
    yield "short", choose(2_000, LETTERS, 1, 3)
    yield "few-groups-large", [shuffled(word) for word in source.choices(choose(9, LETTERS, 16, 16), k=8_000)]
    yield "many-groups-large", choose(39_000, LETTERS, 6, 8) + [shuffled("listener") for _ in range(1_000)]


def write(group, name, words):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    (DATA / group / f"{name}.in").write_text("".join(f"{line}\n" for line in [len(words), *words]))
    (DATA / group / f"{name}.ans").write_text(answer(words) + "\n")


write("sample", "1", ["listen", "tea", "silent", "eat", "enlist", "on"])
write("sample", "2", ["on", "no", "era", "are"])
for number, (name, words) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", words)
