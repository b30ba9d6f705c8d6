# Moves a window along: right only as long as all numbers are positive.
import sys

_, wanted, *numbers = map(int, sys.stdin.read().split())
count, left, total = 0, 0, 0
for right, number in enumerate(numbers):
    total += number
    while total > wanted and left <= right:
        total -= numbers[left]
        left += 1
    if total == wanted and left <= right:
        count += 1
print(count)
