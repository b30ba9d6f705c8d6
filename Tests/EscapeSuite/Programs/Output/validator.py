#!/usr/bin/env python3
# A validator of a package that writes what terminals obey wherever a validator may write.
import os
import sys

orders = b"\x1b[2J\x1b]0;owned\x07\x1b[38;5;199m\xc2\x9b2J\x00\x08\x7f\xe2\x80\xaejudge\rAC\n"
feedback = sys.argv[3]
for name in ("judgemessage.txt", "teammessage.txt", "judgeerror.txt"):
    with open(os.path.join(feedback, name), "wb") as file:
        file.write(orders)
os.write(1, orders)
os.write(2, orders)
sys.exit(43)
