#!/usr/bin/env python3
"""Takes the message of the first pass, hands it to the second one, and compares the tree that comes out of it.

    validate.py input answer feedback_dir/ < output of the submission

The exit code is 42 for right, 43 for wrong. Which pass it is tells a file that the first one leaves.
"""

import os
import re
import sys

input_file, _, feedback = sys.argv[1:4]
MARK = feedback + "sent"


def refuse(detail, hint):
    with open(feedback + "judgemessage.txt", "a") as file:
        file.write(f"Wrong answer: {detail}\n")
    with open(feedback + "teammessage.txt", "a") as file:
        file.write(hint + "\n")
    sys.exit(43)


def take(n):
    """The message of the first pass."""
    output = sys.stdin.buffer.read(2 * n + 100).strip()
    if not output:
        refuse("there is no message", "There is no message.")
    if not re.fullmatch(b"[01]+", output):
        refuse("the message has other characters than 0 and 1", "The message has other characters than 0 and 1.")
    if len(output) > 2 * n + 1:
        refuse(f"the message has more than {2 * n + 1} characters", "The message is too long.")
    with open(MARK, "w") as file:
        file.write(f"{len(output)}\n")
    with open(feedback + "nextpass.in", "wb") as file:
        file.write(b"unpack\n" + output + b"\n")


def compare(tree):
    """The tree of the second pass with the one that was sent."""
    output = sys.stdin.buffer.read(len(tree) * 30 + 100).split()
    for place, (wanted, word) in enumerate(zip(tree, output)):
        if word != wanted:
            node = (place + 1) // 2
            where = f"the children of node {node}" if place else "the number of nodes"
            shown = word[:20].decode("ascii", "replace")
            refuse(f"unpacked {where}: {shown!r} instead of {wanted.decode()}", f"Wrong: {where}.")
    if len(output) != len(tree):
        refuse(f"unpacked {len(output)} numbers instead of {len(tree)}", "There are too few or too many numbers.")


with open(input_file, "rb") as file:
    tree = file.read().split()[1:]
if os.path.exists(MARK):
    compare(tree)
else:
    take(int(tree[0]))
sys.exit(42)
