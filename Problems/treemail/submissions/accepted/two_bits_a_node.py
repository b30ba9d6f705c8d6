# Two bits for each node in preorder say whether it has a left and a right child.
import sys


def pack(children):
    return "".join(f"{int(left > 0)}{int(right > 0)}" for left, right in children)


def unpack(message):
    children = [[0, 0] for _ in range(len(message) // 2)]
    waiting = []  # the nodes whose right child is still to come
    for node, (left, right) in enumerate(zip(message[::2], message[1::2])):
        if right == "1":
            waiting.append(node)
        if left == "1":
            children[node][0] = node + 2
        elif waiting:
            # This subtree is complete: the next node is the right child of the last one that waits.
            children[waiting.pop()][1] = node + 2
    return children


task, *words = sys.stdin.read().split()
if task == "pack":
    numbers = list(map(int, words[1:]))
    print(pack(zip(numbers[::2], numbers[1::2])))
else:
    children = unpack(words[0])
    print(len(children))
    for left, right in children:
        print(left, right)
