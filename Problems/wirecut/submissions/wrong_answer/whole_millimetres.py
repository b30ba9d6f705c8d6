# Cuts only at whole millimetres.
import sys

_, pieces, *wires = map(int, sys.stdin.read().split())
low, high = 0, max(wires) + 1
while high - low > 1:
    middle = (low + high) // 2
    if sum(wire // middle for wire in wires) >= pieces:
        low = middle
    else:
        high = middle
print(low)
