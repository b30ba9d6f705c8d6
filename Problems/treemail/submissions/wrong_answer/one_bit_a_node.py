# Says of every node only whether it is a leaf: left and right are the same to it.
import sys

task, *words = sys.stdin.read().split()
if task == "pack":
    numbers = list(map(int, words[1:]))
    print("".join("1" if left or right else "0" for left, right in zip(numbers[::2], numbers[1::2])))
else:
    message = words[0]
    print(len(message))
    for node, bit in enumerate(message, start=1):
        print(node + 1 if bit == "1" else 0, 0)
