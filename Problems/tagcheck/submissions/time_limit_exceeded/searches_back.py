# For every closing tag it goes back through the text, and counts until the depth is that of the partner.
import re

text = input()
tags = [(tag[1], tag[2], tag[3], tag.start() + 1) for tag in re.finditer("<(/?)([a-z]+)(/?)>", text)]
partner = {}


def judge():
    for i, (closes, name, _, position) in enumerate(tags):
        if not closes:
            continue
        depth = 1
        for j in range(i - 1, -1, -1):
            if tags[j][0]:
                depth += 1
            elif not tags[j][2]:
                depth -= 1
            if depth == 0:
                break
        if depth or tags[j][1] != name:
            return f"wrong {position}"
        partner[j] = i
    for i in range(len(tags) - 1, -1, -1):
        if not tags[i][0] and not tags[i][2] and i not in partner:
            return f"open {tags[i][3]}"
    return f"ok {max((1 + sum(j < i < partner[j] for j in partner) for i, t in enumerate(tags) if not t[0]), default=0)}"


print(judge())
