# An empty calendar has no first meeting.
import sys

_, *numbers = map(int, sys.stdin.read().split())
meetings = sorted(zip(numbers[::2], numbers[1::2]))
blocks = [list(meetings[0])]
for begin, end in meetings[1:]:
    if begin <= blocks[-1][1]:
        blocks[-1][1] = max(blocks[-1][1], end)
    else:
        blocks.append([begin, end])
print(len(blocks), sum(end - begin for begin, end in blocks))
for block in blocks:
    print(*block)
