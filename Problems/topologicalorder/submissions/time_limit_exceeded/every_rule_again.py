# Looks at every rule again for each task.
import sys

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, m = numbers[:2]
rules = list(zip(numbers[2::2], numbers[3::2]))
left = list(range(n, 0, -1))
order = []
while left:
    for task in left:
        if not any(b == task and a in left for a, b in rules):
            left.remove(task)
            order.append(task)
            break
    else:
        break
print(*order if not left else ["IMPOSSIBLE"])
