# What all words of a group have in common: their letters in order.
import sys
from collections import defaultdict

_, *words = sys.stdin.read().split()
groups = defaultdict(list)
for word in words:
    groups["".join(sorted(word))].append(word)
largest = max(groups.values(), key=len)
print(len(groups), len(largest), largest[0])
