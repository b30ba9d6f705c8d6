# Makes one more piece at a time, always of the wire with the longest pieces.
import sys
from heapq import heapify, heapreplace

_, pieces, *wires = map(int, sys.stdin.read().split())
heap = [(-wire, wire, 1) for wire in wires]
heapify(heap)
for _ in range(pieces):
    longest, wire, count = heap[0]
    heapreplace(heap, (-wire / (count + 1), wire, count + 1))
print(-longest)
