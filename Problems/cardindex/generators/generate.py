#!/usr/bin/env python3
"""Writes the data of `cardindex`; the same bytes at every run. An answer file has the cards of all questions."""

import bisect
import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
source = random.Random("cardindex 1")


def cards_of(pieces, state):
    """As the output validator makes them."""
    number, found = 0, []
    for count, distance in pieces:
        for _ in range(count):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            number += 1 + (state >> 33) % distance
            found.append(number)
    return found


def ask(cards, count):
    """Half of the questions are for numbers that are there, half for some that are likely not to be."""
    there = source.choices(cards, k=count - count // 2)
    near = [max(1, number + source.choice([-1, 1])) for number in source.choices(cards, k=count // 2)]
    questions = there + near
    source.shuffle(questions)
    return questions


def secret_cases():
    yield "one-card", 1, [(1, 5)], None
    yield "one-card-much-room", 64, [(1, 1)], [1, 2, 1]
    yield "everything-fits-on-the-note", 64, [(40, 9)], None
    yield "one-more-than-fits", 9, [(10, 9)], None
    yield "room-for-one", 1, [(1000, 50)], None
    yield "no-gaps", 3, [(500, 1)], [1, 2, 250, 499, 500, 501, 10**9]
    yield "before-and-behind-all", 5, [(100, 1000)], [1, 10**9, 999_999_999]
    yield "first-and-last", 7, [(777, 90)], "ends"
    yield "on-the-note-itself", 4, [(999, 77)], "all"
    yield "some", 20, [(5_000, 300)], None
    n = 100_000
    yield "evenly-large", 64, [(n, 9_000)], None
    yield "no-gaps-large", 64, [(n, 1)], None
    yield "dense-then-sparse-large", 64, [(n - 900, 2), (900, 10**6)], None
    yield "sparse-then-dense-large", 64, [(900, 10**6), (n - 900, 2)], None
    yield "changing-large", 64, [(1_000, 1 if k % 2 else 15_000) for k in range(100)], None
    yield "little-room-large", 2, [(n, 9_000)], None


def write(group, name, places, pieces, questions):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    seed = source.randrange(10**9)
    cards = cards_of(pieces, seed)
    if questions == "ends":
        questions = [cards[0], cards[-1], cards[0] + 1, cards[-1] + 1, cards[-1] - 1, cards[1], cards[-2]]
    elif questions == "all":
        questions = source.sample(cards, 30)
    elif questions is None:
        questions = ask(cards, 30)
    lines = [(len(pieces), places, seed, len(questions)), *pieces, *((number,) for number in questions)]
    (DATA / group / f"{name}.in").write_text("".join(" ".join(map(str, line)) + "\n" for line in lines))
    places = [bisect.bisect_left(cards, number) for number in questions]
    found = [at + 1 if cards[at : at + 1] == [number] else 0 for at, number in zip(places, questions)]
    (DATA / group / f"{name}.ans").write_text(" ".join(map(str, found)) + "\n")
    return cards


cards = write("sample", "1", 1, [(3, 20)], [19, 999])
(DATA / "sample" / "1.interaction").write_text(
    f"<day 3 1\n>? 2\n<{cards[1]}\n>note 1 {cards[1]}\n---\n<night 3 1 2 2\n<1 {cards[1]}\n"
    f"<19\n>? 1\n<{cards[0]}\n>! {1 if cards[0] == 19 else 0}\n<999\n>? 3\n<{cards[2]}\n>! 0\n"
)
for number, (name, places, pieces, questions) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", places, pieces, questions)
