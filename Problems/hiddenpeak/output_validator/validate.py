#!/usr/bin/env python3
"""Answers questions for heights, and accepts any peak.

    validate.py input answer feedback_dir/

The exit code is 42 for right, 43 for wrong. What the submission prints is never trusted: of a line only as much is read
as a right one can have.
"""

import bisect
import re
import sys

LONGEST = 40
input_file, _, feedback = sys.argv[1:4]


def refuse(detail, hint):
    with open(feedback + "judgemessage.txt", "a") as file:
        file.write(f"Wrong answer: {detail}\n")
    with open(feedback + "teammessage.txt", "a") as file:
        file.write(hint + "\n")
    sys.exit(43)


def say(text):
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # It has ended without waiting for the answer; what it has said before still counts.
        sys.stdout = open("/dev/null", "w")


class Trail:
    def __init__(self, path):
        with open(path) as file:
            self.marks, _ = map(int, file.readline().split())
            self.places, self.heights = zip(*(map(int, line.split()) for line in file))

    def height(self, mark):
        right = bisect.bisect_left(self.places, mark)
        if self.places[right] == mark:
            return self.heights[right]
        left = right - 1
        width = self.places[right] - self.places[left]
        return self.heights[left] + (self.heights[right] - self.heights[left]) * (mark - self.places[left]) // width

    def is_peak(self, mark):
        neighbours = [other for other in (mark - 1, mark + 1) if 1 <= other <= self.marks]
        return all(self.height(other) < self.height(mark) for other in neighbours)


trail = Trail(input_file)
allowed = 2 * trail.marks.bit_length()
asked = 0
say(f"{trail.marks} {allowed}")
while True:
    line = sys.stdin.buffer.readline(LONGEST)
    words = re.fullmatch(rb"\s*([?!])\s*([0-9]{1,9})\s*\n?", line)
    if not line.strip():
        refuse(f"no more output after {asked} questions", "The output ends without a peak.")
    if not words or not 1 <= int(words[2]) <= trail.marks:
        refuse(f"after {asked} questions: not understood: {line!r}", "A line is neither a question nor an answer.")
    mark = int(words[2])
    if words[1] == b"!":
        break
    asked += 1
    if asked > allowed:
        refuse(f"more than {allowed} questions", "Too many questions.")
    say(trail.height(mark))

if not trail.is_peak(mark):
    refuse(f"mark {mark} is no peak", "This is no peak.")
if sys.stdin.buffer.read(LONGEST).strip():
    refuse("something follows the answer", "Something follows the answer.")
sys.exit(42)
