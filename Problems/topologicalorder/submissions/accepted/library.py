# The library has it all.
import sys
from graphlib import CycleError, TopologicalSorter

numbers = list(map(int, sys.stdin.buffer.read().split()))
n = numbers[0]
sorter = TopologicalSorter({task: () for task in range(1, n + 1)})
for a, b in zip(numbers[2::2], numbers[3::2]):
    sorter.add(b, a)
try:
    print(*sorter.static_order(), sep="\n")
except CycleError:
    print("IMPOSSIBLE")
