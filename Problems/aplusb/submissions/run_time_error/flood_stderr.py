# The right answer, and 64 MiB on the other stream.
# @EXPECTED_RESULTS@: OUTPUT-LIMIT
import sys

a, b = map(int, input().split())
print(a + b, flush=True)
for _ in range(1024):
    sys.stderr.write("noise, " * 9362)
