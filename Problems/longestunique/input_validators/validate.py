#!/usr/bin/env python3
"""One line of UTF-8, ended by a line feed: at most 200,000 code points, none of the forbidden ones."""

import sys

LONGEST = 200_000


def is_forbidden(character):
    code = ord(character)
    return (
        code < 0x20
        or 0x7F <= code <= 0x9F
        or code in (0x2028, 0x2029, 0xFEFF)
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
    )


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


data = sys.stdin.buffer.read(4 * LONGEST + 2)
if not data.endswith(b"\n"):
    refuse("the line is too long, or does not end with a line feed")
try:
    line = data[:-1].decode("utf-8")
except UnicodeDecodeError as error:
    refuse(f"not UTF-8: {error}")
if len(line) > LONGEST:
    refuse(f"{len(line)} characters are too many")
for position, character in enumerate(line, start=1):
    if is_forbidden(character):
        refuse(f"character {position} is U+{ord(character):04X}")
sys.exit(42)
