#!/usr/bin/env python3
"""Writes the data of `longestunique`; the same bytes at every run."""

import pathlib
import random
import string

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
LONGEST = 200_000

GRIN, HEART, FAMILY_JOINER = "\U0001F600", "\U0001F49C", "\u200D"
FAMILY = FAMILY_JOINER.join(["\U0001F468", "\U0001F469", "\U0001F467", "\U0001F466"])


def longest_unique(line):
    """The answer, found by jumping behind the last occurrence of each character."""
    seen, start, best = {}, 0, 0
    for position, character in enumerate(line):
        start = max(start, seen.get(character, -1) + 1)
        seen[character] = position
        best = max(best, position + 1 - start)
    return best


def many_characters(count):
    """`count` different characters, of one to four bytes each."""
    ranges = [
        (0x20, 0x7E),  # ASCII
        (0xA1, 0x2FF),  # Latin with accents
        (0x3B1, 0x52F),  # Greek, Cyrillic
        (0x3400, 0x9FFF),  # CJK
        (0xAC00, 0xD7A3),  # Hangul
        (0xE000, 0xF8FF),  # private use
        (0x1F300, 0x1FAFF),  # emoji
        (0x20000, 0x2FA1F),  # CJK, further
        (0x30000, 0x323AF),
        (0xF0000, 0xFFFFD),  # private use, further
        (0x100000, 0x10FFFD),
    ]
    characters = []
    for first, last in ranges:
        characters += [chr(code) for code in range(first, last + 1)]
    return characters[:count]


def secret_cases():
    source = random.Random("longestunique 1")

    def choose(alphabet, count):
        return "".join(source.choice(alphabet) for _ in range(count))

    yield "empty", ""
    yield "one-character", "x"
    yield "one-astral", GRIN
    yield "same-twice", "zz"
    yield "whole-line", string.ascii_letters + string.digits
    yield "start-stays", "abba"
    yield "best-at-the-end", "aabbccabcdefgh"
    yield "space-at-the-start", " abca"
    yield "space-at-the-end", "abca "
    yield "case-matters", "aAbBcCaA"
    yield "two-byte-letters", "äöüßéèêäñçåøæ"
    yield "combining-marks", "e\u0301a\u0300o\u0302e\u0301"
    yield "composed-or-not", "\u00e9e\u0301\u00e0a\u0300"
    yield "same-lead-surrogate", "".join(chr(0x1F600 + k) for k in range(40)) + GRIN
    yield "same-trail-surrogate", "".join(chr(0x10000 + 0x400 * k) for k in range(30)) + "\U00010000"
    yield "same-low-bits", "A\u0141\u0241\u4E41\U00010041\U00020041\U000F0041A"
    yield "families", FAMILY + "x" + FAMILY + HEART
    scripts = "Straße Ελλάδα Россия 日本語 한국어 עברית العربية हिन्दी "
    yield "mixed-scripts", scripts + GRIN + HEART + "ß"
    yield "last-code-points", "\U0010FFFD\U0010FFFC\uFFFD\uD7FF\uE000\u00A0 \U0010FFFD"
    yield "random-ascii-large", choose(string.ascii_letters + string.digits + string.punctuation + " ", 50_000)
    yield "one-letter-large", "a" * LONGEST
    different = many_characters(LONGEST)
    source.shuffle(different)
    yield "all-different-large", "".join(different)
    alphabet = many_characters(40_000)
    source.shuffle(alphabet)
    period = "".join(alphabet[:20_000])
    yield "long-period-large", period + period[::-1]


def write(group, name, line):
    assert len(line) <= LONGEST
    (DATA / group).mkdir(parents=True, exist_ok=True)
    (DATA / group / f"{name}.in").write_bytes(line.encode("utf-8") + b"\n")
    (DATA / group / f"{name}.ans").write_text(f"{longest_unique(line)}\n")


for number, line in enumerate(["abcabcbb", "to be or not to be", "naïve 😀😎😀"], start=1):
    write("sample", str(number), line)

for number, (name, line) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", line)
