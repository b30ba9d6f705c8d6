#!/usr/bin/env python3
"""One line of letters, spaces and tags, at most 200,000 characters."""

import re
import sys

LONGEST = 200_000
PIECE = re.compile(rb"[a-z]+| |</?[a-z]{1,10}>|<[a-z]{1,10}/>")


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


data = sys.stdin.buffer.read(LONGEST + 2)
text = data[:-1]
if data[-1:] != b"\n" or not text:
    refuse("the text is empty, too long, or does not end with a line feed")
if text != text.strip(b" ") or b"  " in text:
    refuse("a space at an end, or two in a row")
position = 0
while position < len(text):
    piece = PIECE.match(text, position)
    if not piece:
        refuse(f"position {position + 1}: neither a letter, a space nor a tag")
    position = piece.end()
sys.exit(42)
