# Packs and unpacks by recursion, which Python allows to be 1,000 deep.
import sys

task, *words = sys.stdin.read().split()


def pack(node):
    return "1" + pack(children[node][0]) + pack(children[node][1]) if node else "0"


def unpack():
    if next(bits) == "0":
        return 0
    children.append((0, 0))
    node = len(children) - 1
    children[node] = (unpack(), unpack())
    return node


if task == "pack":
    numbers = list(map(int, words[1:]))
    children = [(0, 0), *zip(numbers[::2], numbers[1::2])]
    print(pack(1))
else:
    bits, children = iter(words[0]), [(0, 0)]
    unpack()
    print(len(children) - 1)
    for pair in children[1:]:
        print(*pair)
