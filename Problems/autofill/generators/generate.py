#!/usr/bin/env python3
"""Writes the data of `autofill`; the same bytes at every run."""

import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
source = random.Random("autofill 1")


def answers(words, queries):
    best = {}
    for word in sorted(words, key=lambda word: (-words[word], word)):
        for length in range(1, min(20, len(word)) + 1):
            best.setdefault(word[:length], word)
    return [best.get(query, "-") for query in queries]


def choose(letters, shortest, longest):
    return "".join(source.choices(letters, k=source.randint(shortest, longest)))


def some(count, letters, shortest, longest, most):
    words = {}
    while len(words) < count:
        words[choose(letters, shortest, longest)] = source.randint(1, most)
    return words


def beginnings(words, count, length=20):
    words = list(words)
    return [source.choice(words)[: source.randint(1, length)] for _ in range(count)]


def secret_cases():
    yield "one-word", {"a": 1}, ["a", "b", "aa"]
    yield "whole-word", {"tree": 5, "trees": 9, "trie": 7}, ["tree", "trees", "tr", "treest", "t"]
    yield "equally-popular", {"bb": 7, "ba": 7, "b": 6, "c": 7}, ["b", "bb", "c", "a"]
    yield "equal-and-a-beginning", {"abc": 3, "ab": 3, "abd": 3}, ["a", "ab", "abc", "abd"]
    yield "inside-is-no-beginning", {"cat": 1, "scat": 9, "concat": 5}, ["cat", "at", "c", "s"]
    yield "by-number-not-by-word", {"nine": 9, "ten": 10, "new": 100, "no": 20}, ["n", "ne", "t"]
    yield "last-letters", {"z": 1, "zz": 2, "zzz": 3}, ["z", "zz", "zzz", "zzzz"]
    yield "largest-popularity", {"x": 10**9, "xy": 10**9 - 1}, ["x", "xy"]
    yield "longer-than-any-query", {"q" * 50: 4, "q" * 49 + "r": 5}, ["q", "q" * 20]
    words = some(300, "abc", 1, 6, 50)
    yield "few-letters", words, beginnings(words, 300) + [choose("abcd", 1, 6) for _ in range(100)]
    words = some(20_000, LETTERS, 3, 6, 999)
    yield "many-words-large", words, [choose(LETTERS, 1, 3) for _ in range(20_000)]
    words = some(4_000, "ab", 10, 16, 1_000)
    yield "long-common-parts-large", words, beginnings(words, 3_000) + ["a", "b"]
    words = {choose(LETTERS, 20, 20) + "a" * 1_980: k + 1 for k in range(100)}
    yield "very-long-words-large", words, beginnings(words, 90) + ["b", "aab"]


def write(group, name, words, queries):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    lines = [len(words), *(f"{word} {popularity}" for word, popularity in words.items()), len(queries), *queries]
    (DATA / group / f"{name}.in").write_text("".join(f"{line}\n" for line in lines))
    (DATA / group / f"{name}.ans").write_text("".join(f"{line}\n" for line in answers(words, queries)))


words = {"weather": 80, "web": 95, "wedding": 20, "went": 95, "apple": 7}
write("sample", "1", words, ["w", "we", "wea", "wed", "weddings", "a", "x"])
for number, (name, words, queries) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", words, queries)
