# Halves the range in which the answer is, until floating point has no number in between.
import sys


def longest(pieces, wires):
    low, high = 0.0, float(max(wires))
    if sum(wire // high for wire in wires) >= pieces:
        return high
    for _ in range(60):
        middle = (low + high) / 2
        if sum([wire // middle for wire in wires]) >= pieces:
            low = middle
        else:
            high = middle
    return low


_, pieces, *wires = map(int, sys.stdin.buffer.read().split())
print(f"{longest(pieces, wires):.12f}")
