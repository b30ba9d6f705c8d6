# Python's sort is fast on what is nearly sorted, and still looks at every number.
import sys

_, *numbers = map(int, sys.stdin.read().split())
print(sum(sorted(numbers[:k])[(k - 1) // 2] for k in range(1, len(numbers) + 1)))
