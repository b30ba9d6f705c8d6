# A regular expression finds the tags, a list is the stack.
import re
import sys


def check(text):
    stack = []
    deepest = 0
    for tag in re.finditer(r"<(/?)(\w+)(/?)>", text):
        is_closing, name, is_empty = tag.groups()
        if is_closing:
            if not stack or stack[-1].group(2) != name:
                return f"wrong {tag.start() + 1}"
            stack.pop()
            continue
        deepest = max(deepest, len(stack) + 1)
        if not is_empty:
            stack.append(tag)
    return f"open {stack[-1].start() + 1}" if stack else f"ok {deepest}"


print(check(sys.stdin.readline()))
