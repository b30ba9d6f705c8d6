import sys
from collections import Counter

counts = Counter(sys.stdin.read().split())
print len(counts)
print counts["judge"]
