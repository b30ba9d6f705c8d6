# Measures the text from every parenthesis on, again for every question.
import re
import sys

text, _, positions = sys.stdin.read().splitlines()
pieces = re.findall(r"\d+\(|.", text)


def measure(at):
    """How long the sequence at a place is when it is unfolded, and where it ends."""
    lengths, factors = [0], []
    for place in range(at, len(pieces)):
        piece = pieces[place]
        if piece == ")":
            if not factors:
                return lengths[0], place
            length = lengths.pop() * factors.pop()
            lengths[-1] += length
        elif len(piece) > 1:
            lengths.append(0)
            factors.append(int(piece[:-1]))
        else:
            lengths[-1] += 1
    return lengths[0], len(pieces)


def find(position):
    at = 0
    while True:
        piece = pieces[at]
        if len(piece) == 1:
            if position == 0:
                return piece
            position -= 1
            at += 1
            continue
        length, end = measure(at + 1)
        if position < length * int(piece[:-1]):
            position %= length
            at += 1
        else:
            position -= length * int(piece[:-1])
            at = end + 1


print("".join(find(int(position) - 1) for position in positions.split()))
