# A list of groups in place of a map: each word is compared with all of them.
import sys

_, *words = sys.stdin.read().split()
groups = []
for word in words:
    letters = sorted(word)
    for known, group in groups:
        if known == letters:
            group.append(word)
            break
    else:
        groups.append((letters, [word]))
largest = max((group for _, group in groups), key=len)
print(len(groups), len(largest), largest[0])
