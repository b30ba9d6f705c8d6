# Forgets how often a letter occurs.
import sys

_, *words = sys.stdin.read().split()
groups = {}
for word in words:
    groups.setdefault(frozenset(word), []).append(word)
largest = max(groups.values(), key=len)
print(len(groups), len(largest), largest[0])
