#!/usr/bin/env python3
"""Shows cards, takes the note by day, and asks the questions by night.

    validate.py input answer feedback_dir/

The exit code is 42 for right, 43 for wrong. By night the note of the day is in a file among the feedback. What the
submission prints is never trusted: of a line only as much is read as a right one can have.
"""

import bisect
import os
import re
import sys

LONGEST_QUESTION, LONGEST_NOTE = 40, 1000
LARGEST = 10**9
input_file, _, feedback = sys.argv[1:4]
NOTE = feedback + "note"


def refuse(detail, hint):
    with open(feedback + "judgemessage.txt", "a") as file:
        file.write(f"Wrong answer: {detail}\n")
    with open(feedback + "teammessage.txt", "a") as file:
        file.write(hint + "\n")
    sys.exit(43)


def say(*words):
    try:
        print(*words, flush=True)
    except BrokenPipeError:
        # It has ended without waiting for the answer; what it has said before still counts.
        sys.stdout = open("/dev/null", "w")


def read(longest):
    line = sys.stdin.buffer.readline(longest)
    if not line.strip():
        refuse("no more output", "The output ends too early.")
    return line


def look(line, left):
    """Answers a line that looks at a card; whether it was one."""
    words = re.fullmatch(rb"\s*\?\s*([0-9]{1,9})\s*", line)
    if not words:
        return False
    card = int(words[1])
    if not 1 <= card <= len(cards):
        refuse(f"there is no card {card}", "There is no such card.")
    if left == 0:
        refuse("one card too many", "Too many cards were looked at.")
    say(cards[card - 1])
    return True


def shown(line):
    return repr(line[:40])


def day():
    say("day", len(cards), places)
    left = 2 * places
    line = read(LONGEST_NOTE)
    while look(line, left):
        left -= 1
        line = read(LONGEST_NOTE)
    words = line.split()
    if words[0] != b"note" or not all(re.fullmatch(b"[0-9]{1,10}", word) for word in words[1:]):
        refuse(f"by day: not understood: {shown(line)}", "A line is neither a look at a card nor the note.")
    count, *numbers = map(int, words[1:] or [b"0"])
    if count != len(numbers) or count > places:
        refuse(f"the note has {len(numbers)} numbers, says {count}, and {places} fit", "The note has not so many numbers.")
    if any(number > LARGEST for number in numbers):
        refuse("a number on the note is too large", "A number on the note is too large.")
    note = " ".join(map(str, [count, *numbers]))
    for name in (NOTE, feedback + "nextpass.in"):
        with open(name, "w") as file:
            file.write(note + "\n")


def night():
    with open(NOTE) as file:
        note = file.read().strip()
    most = (-(-len(cards) // (places + 1))).bit_length()
    say("night", len(cards), places, len(questions), most)
    say(note)
    for wanted in questions:
        say(wanted)
        left = most
        line = read(LONGEST_QUESTION)
        while look(line, left):
            left -= 1
            line = read(LONGEST_QUESTION)
        words = re.fullmatch(rb"\s*!\s*([0-9]{1,9})\s*", line)
        if not words:
            refuse(f"by night: not understood: {shown(line)}", "A line is neither a look at a card nor an answer.")
        place = bisect.bisect_left(cards, wanted)
        right = place + 1 if place < len(cards) and cards[place] == wanted else 0
        if int(words[1]) != right:
            refuse(f"number {wanted}: card {int(words[1])} instead of {right}", "This is not the right card.")


def cards_of(pieces, state):
    """The numbers on the cards: distances are pseudorandom, up to the largest of their piece."""
    number, found = 0, []
    for count, distance in pieces:
        for _ in range(count):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            number += 1 + (state >> 33) % distance
            found.append(number)
    return found


with open(input_file) as file:
    pieces, places, seed, _ = map(int, file.readline().split())
    cards = cards_of([tuple(map(int, file.readline().split())) for _ in range(pieces)], seed)
    questions = [int(line) for line in file]
if os.path.exists(NOTE):
    night()
else:
    day()
if sys.stdin.buffer.read(LONGEST_QUESTION).strip():
    refuse("something follows the last line", "Something follows the last line.")
sys.exit(42)
