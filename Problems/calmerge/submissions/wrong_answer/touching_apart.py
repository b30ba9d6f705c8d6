# Keeps meetings apart that only touch.
import sys

_, *numbers = map(int, sys.stdin.read().split())
blocks = []
for begin, end in sorted(zip(numbers[::2], numbers[1::2])):
    if blocks and begin < blocks[-1][1]:
        blocks[-1][1] = max(blocks[-1][1], end)
    else:
        blocks.append([begin, end])
print(len(blocks), sum(end - begin for begin, end in blocks))
for block in blocks:
    print(*block)
