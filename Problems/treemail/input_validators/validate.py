#!/usr/bin/env python3
"""The word pack, a number of nodes, and the children of each in a tree whose nodes are numbered in preorder."""

import re
import sys


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


lines = sys.stdin.buffer.read(1_000_000).split(b"\n")
if lines.pop() != b"" or len(lines) < 2 or lines[0] != b"pack":
    refuse("the input does not begin with pack, or does not end with a line feed")
if not re.fullmatch(rb"[1-9][0-9]{0,4}", lines[1]) or int(lines[1]) > 20_000:
    refuse("line 2: expected a number of nodes from 1 to 20,000")
n = int(lines[1])
if len(lines) != n + 2:
    refuse(f"{len(lines) - 2} nodes instead of {n}")
# The nodes that are still to come, the next one last. In preorder that is the only one that may come.
waiting = [1]
for node, line in enumerate(lines[2:], start=1):
    match = re.fullmatch(rb"(0|[1-9][0-9]{0,4}) (0|[1-9][0-9]{0,4})", line)
    if not match:
        refuse(f"line {node + 2}: not two numbers")
    if not waiting or waiting.pop() != node:
        refuse(f"line {node + 2}: node {node} is not the next one in preorder")
    left, right = int(match[1]), int(match[2])
    if right:
        if right <= node or (waiting and right >= waiting[-1]):
            refuse(f"line {node + 2}: the right child is out of order")
        waiting.append(right)
    if left:
        waiting.append(left)
if waiting:
    refuse(f"node {waiting[-1]} is missing")
sys.exit(42)
