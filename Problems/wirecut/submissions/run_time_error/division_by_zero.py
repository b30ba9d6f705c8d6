# Whole numbers again; with more pieces than millimetres the middle is zero.
import sys

_, pieces, *wires = map(int, sys.stdin.read().split())
low, high = 0, max(wires)
while low < high:
    middle = (low + high) // 2
    if sum(wire // middle for wire in wires) >= pieces:
        low = middle + 1
    else:
        high = middle
if sum(wire // high for wire in wires) >= pieces:
    low += 1
low -= 1
# The rest is between two millimetres.
bottom, top = float(low), low + 1.0
for _ in range(60):
    middle = (bottom + top) / 2
    if sum(wire // middle for wire in wires) >= pieces:
        bottom = middle
    else:
        top = middle
print(f"{bottom:.9f}")
