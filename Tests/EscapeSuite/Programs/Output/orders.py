# Writes what terminals obey: clearing, titles, answers, other screens, eight-bit controls, text that runs backwards.
import os
import sys

orders = (
    b"\x1b[2J\x1b]0;owned\x07\x1b[38;5;199m\x1bP$q q\x1b\\\x1b[?1049h\x1b[6n\x1bc\x9b2J\xc2\x9b2J\xc2\x90\xc2\x85"
    b"\x00\x05\x08\x0e\x0f\x7f\xe2\x80\xae\xe2\x81\xa6 first\rAC  hello\x1b[1;1H\x1b[8m\n"
)
if len(sys.argv) > 1:
    # Text: without what is no UTF-8.
    orders = orders.replace(b"c\x9b2J", b"c")
os.write(1, orders)
os.write(2, orders)
