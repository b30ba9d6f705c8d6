# Looks for the end of every left subtree by counting through the message from its root.
import sys

task, *words = sys.stdin.read().split()
if task == "pack":
    numbers = list(map(int, words[1:]))
    print("".join(f"{int(left > 0)}{int(right > 0)}" for left, right in zip(numbers[::2], numbers[1::2])))
else:
    has = [(int(a), int(b)) for a, b in zip(words[0][::2], words[0][1::2])]


    def end(node):
        missing = 1
        while missing:
            missing += sum(has[node]) - 1
            node += 1
        return node


    print(len(has))
    for node, (left, right) in enumerate(has):
        after = end(node + 1) if left else node + 1
        print(node + 2 if left else 0, after + 1 if right else 0)
