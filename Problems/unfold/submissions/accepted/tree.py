# Parses the text into sequences that know where each of their parts ends; a question goes down from the whole.
import re
import sys
from bisect import bisect_right


class Sequence:
    def __init__(self):
        self.parts = []
        self.ends = []

    def __len__(self):
        return self.ends[-1] if self.ends else 0

    def add(self, part, length):
        self.parts.append(part)
        self.ends.append(len(self) + length)


def parse(text):
    sequence, around = Sequence(), []
    for factor, letter in re.findall(r"(\d+)\(|(.)", text):
        if factor:
            around.append((sequence, int(factor)))
            sequence = Sequence()
        elif letter == ")":
            inner = sequence
            sequence, count = around.pop()
            sequence.add(inner, count * len(inner))
        else:
            sequence.add(letter, 1)
    return sequence


def find(part, position):
    while isinstance(part, Sequence):
        position %= len(part)
        at = bisect_right(part.ends, position)
        if at > 0:
            position -= part.ends[at - 1]
        part = part.parts[at]
    return part


text, _, positions = sys.stdin.read().splitlines()
whole = parse(text)
print("".join(find(whole, int(position) - 1) for position in positions.split()))
