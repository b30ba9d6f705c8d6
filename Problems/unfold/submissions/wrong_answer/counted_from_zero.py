# Positions are counted from 0: always the letter behind the right one. (Long texts are cut off.)
import re

text = input()
while len(text) < 10_000 and "(" in text:
    text = re.sub(r"(\d+)\(([a-z]*)\)", lambda match: (min(int(match[1]), 10_000) * match[2])[:10_000], text)
input()
print("".join(text[int(position) % len(text)] for position in input().split()))
