#!/usr/bin/env python3
"""Writes the data of `unfold`; the same bytes at every run."""

import bisect
import pathlib
import random
import re

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
source = random.Random("unfold 1")


def parse(text):
    """The text as a sequence: letters, and pairs of a factor and a sequence; each sequence knows where parts end."""
    stack = [(1, [], [])]
    for match in re.finditer(r"(\d+)\(|(.)", text):
        if match[1]:
            stack.append((int(match[1]), [], []))
            continue
        part, length = match[2], 1
        if part == ")":
            part = stack.pop()
            length = part[0] * part[2][-1]
        _, parts, ends = stack[-1]
        parts.append(part)
        ends.append((ends[-1] if ends else 0) + length)
    return stack[0]


def letter(part, position):
    while isinstance(part, tuple):
        _, parts, ends = part
        position %= ends[-1]
        at = bisect.bisect_right(ends, position)
        position -= ends[at - 1] if at else 0
        part = parts[at]
    return part


def word(count):
    return "".join(source.choices(LETTERS, k=count))


def folded(size, depth, factor):
    """About `size` characters."""
    text = ""
    while len(text) < size:
        if depth == 0 or source.random() < 0.5:
            text += word(source.randint(1, 5))
        else:
            text += f"{source.randint(1, factor)}({folded(min(size, source.randint(1, size)), depth - 1, factor)})"
    return text


def secret_cases():
    yield "one-letter", "a", [1]
    yield "letters-only", "stone", [5, 4, 3, 2, 1]
    yield "factor-one", "1(ab)c", [1, 2, 3]
    yield "first-and-last", "3(ab)", [1, 6, 2, 5]
    yield "two-digits", "12(ab)c", [23, 24, 25, 1]
    yield "one-in-the-other", "2(x3(yz))", list(range(1, 15))
    yield "side-by-side", "2(a)3(b)2(cd)", list(range(1, 10))
    yield "ends-of-repetitions", "4(abc)d", [3, 4, 6, 7, 9, 10, 12, 13]
    yield "nothing-around", "3(3(3(a)))b", [27, 28]
    yield "last-of-10-to-the-18", "1000000(1000000(1000000(z)))", [10**18, 1, 10**17]
    yield "near-10-to-the-18", "1000000(999999(1000000(a)))1000(1000000(y))x", [999999 * 10**12, 999999 * 10**12 + 1]
    yield "beyond-53-bits", "9(1000000(1000(abcdefghij)1000000(k)))z", None
    yield "neighbours-beyond-53-bits", "1000000(100000(1000000(ab)))", [2 * 10**17 - k for k in range(40)]
    yield "random", folded(400, 4, 9), None
    yield "random-deep", folded(2_000, 12, 3), None
    half = 8_000
    yield "deep-large", "1(" * 16_600 + "abc" + ")" * 16_600, [1, 2, 3]
    yield "doubled-large", "a1(" * half + "2(" * 40 + "b" + ")" * 40 + ")" * half, None
    yield "many-parts-large", "".join(f"{source.randint(1, 999_999)}({word(2)})" for _ in range(4_900)), None
    yield "letters-large", word(50_000), None


def write(group, name, text, positions):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    tree = parse(text)
    length = tree[2][-1]
    if positions is None:
        positions = [1, length] + [source.randint(1, length) for _ in range(198)]
    lines = [text, str(len(positions)), " ".join(map(str, positions))]
    (DATA / group / f"{name}.in").write_text("".join(f"{line}\n" for line in lines))
    answer = "".join(letter(tree, position - 1) for position in positions)
    (DATA / group / f"{name}.ans").write_text(answer + "\n")


write("sample", "1", "2(x3(yz))", [1, 3, 8, 14])
write("sample", "2", "a10(b)c", [1, 2, 11, 12])
for number, (name, text, positions) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", text, positions)
