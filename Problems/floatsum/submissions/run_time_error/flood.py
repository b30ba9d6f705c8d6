# 64 MiB of digits behind the point.
# @EXPECTED_RESULTS@: OUTPUT-LIMIT
import sys

sys.stdout.write(str(sum(float(word) for word in sys.stdin.read().split()[1:])))
for _ in range(1024):
    sys.stdout.write("0" * 65536)
print()
