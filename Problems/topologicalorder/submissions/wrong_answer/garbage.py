# Bytes of every kind, and one word of a million digits.
import random
import sys

source = random.Random(7)
sys.stdout.buffer.write(source.randbytes(100_000) + b"1" * 1_000_000 + b"\0\xff\n-1 99999999999999999999 1e3\n")
