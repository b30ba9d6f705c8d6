# A span has the sum s when the sums up to its ends differ by s. Counts how often each sum has been there.
import sys
from collections import defaultdict
from itertools import accumulate


def spans(wanted, numbers):
    seen = defaultdict(int)
    count = 0
    for total in accumulate(numbers, initial=0):
        count += seen.get(total - wanted, 0)
        seen[total] += 1
    return count


_, wanted, *numbers = map(int, sys.stdin.buffer.read().split())
print(spans(wanted, numbers))
