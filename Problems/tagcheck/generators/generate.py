#!/usr/bin/env python3
"""Writes the data of `tagcheck`; the same bytes at every run."""

import pathlib
import random
import re

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
LONGEST = 200_000
source = random.Random("tagcheck 1")


def answer(text):
    stack, deepest = [], 0
    for tag in re.finditer("<(/?)([a-z]+)(/?)>", text):
        closes, name, empty = tag.groups()
        if closes:
            if not stack or stack.pop()[0] != name:
                return f"wrong {tag.start() + 1}"
        else:
            deepest = max(deepest, len(stack) + 1)
            if not empty:
                stack.append((name, tag.start() + 1))
    return f"open {stack[-1][1]}" if stack else f"ok {deepest}"


def word():
    return "".join(source.choices("abcdefghijklmnopqrstuvwxyz", k=source.randint(1, 10)))


def tree(size):
    """About `size` characters that are correct."""
    pieces, open_names = [], []
    while size > 0:
        kind = source.choice(["text", "empty", "open", "open", "close"])
        if kind == "text":
            pieces.append(word())
        elif kind == "empty":
            pieces.append(f"<{word()}/>")
        elif kind == "open":
            open_names.append(word())
            pieces.append(f"<{open_names[-1]}>")
        elif open_names:
            pieces.append(f"</{open_names.pop()}>")
        size -= len(pieces[-1]) if pieces else 0
        if kind == "open":
            size -= len(open_names[-1]) + 3
    return "".join(pieces + [f"</{name}>" for name in reversed(open_names)])


def secret_cases():
    yield "one-letter", "a"
    yield "no-tags", "just a few words"
    yield "one-pair", "<b></b>"
    yield "one-empty", "<br/>"
    yield "only-closing", "</b>"
    yield "only-opening", "words <b> words"
    yield "crossed", "<a><b></a></b>"
    yield "closed-twice", "<a>x</a>y</a>"
    yield "name-is-a-beginning", "<b><br></b></br>"
    yield "longer-name-closes", "<b>x</br>"
    yield "empty-inside", "<a><b><c/></b></a>"
    yield "empty-at-the-end", "<a></a><b><c></c></b><d/>"
    yield "same-name-nested", "<a><a><a></a></a></a>"
    yield "first-of-two-mistakes", "<a><b></c></d>"
    yield "last-of-the-open", "<a></a><b><c></c><d>x"
    yield "both-mistakes", "<a><b></c>"
    yield "wrong-before-open", "<a></a></b><c>"
    yield "letters-like-tags", "br <br/> b </i>"
    yield "random", tree(2000)
    yield "side-by-side-large", "<a></a>" * (LONGEST // 7)
    depth = LONGEST // 7
    yield "deep-large", "<a>" * depth + "</a>" * depth
    yield "all-open-large", "<i>" * (LONGEST // 6)
    yield "random-large", tree(40_000)


def write(group, name, text):
    assert len(text) <= LONGEST
    (DATA / group).mkdir(parents=True, exist_ok=True)
    (DATA / group / f"{name}.in").write_text(text + "\n")
    (DATA / group / f"{name}.ans").write_text(answer(text) + "\n")


write("sample", "1", "<p>so <b>bold</b><br/> and <i>new</i></p>")
write("sample", "2", "<p>so <b>bold</p></b>")
write("sample", "3", "<p>so <b>bold</b> it <i>never ends")
for number, (name, text) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", text)
