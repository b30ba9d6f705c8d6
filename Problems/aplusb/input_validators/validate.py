#!/usr/bin/env python3
"""One line: two integers from -10^18 to 10^18, one space between, no leading zeros, no -0."""

import re
import sys

text = sys.stdin.buffer.read(1000)
match = re.fullmatch(rb"(0|-?[1-9][0-9]*) (0|-?[1-9][0-9]*)\n", text)
if not match:
    print("expected two integers on one line", file=sys.stderr)
    sys.exit(43)
if any(abs(int(number)) > 10**18 for number in match.groups()):
    print("a number is out of range", file=sys.stderr)
    sys.exit(43)
sys.exit(42)
