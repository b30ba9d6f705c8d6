# Puts any two meetings together that touch, and begins again, until there are no such two.
import sys

_, *numbers = map(int, sys.stdin.read().split())
blocks = list(zip(numbers[::2], numbers[1::2]))
changed = True
while changed:
    changed = False
    for i in range(len(blocks)):
        for j in range(i):
            (a, b), (c, d) = blocks[i], blocks[j]
            if a <= d and c <= b:
                blocks[j] = (min(a, c), max(b, d))
                del blocks[i]
                changed = True
                break
        if changed:
            break
blocks.sort()
print(len(blocks), sum(end - begin for begin, end in blocks))
for block in blocks:
    print(*block)
