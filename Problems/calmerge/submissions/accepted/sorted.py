import sys


def blocks(meetings):
    """The blocks of busy time, in order."""
    found = []
    for begin, end in sorted(meetings):
        if found and begin <= found[-1][1]:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([begin, end])
    return found


_, *numbers = map(int, sys.stdin.buffer.read().split())
found = blocks(zip(numbers[::2], numbers[1::2]))
print(len(found), sum(end - begin for begin, end in found))
for block in found:
    print(*block)
