# One call for each task of a chain: RecursionError.
import sys

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, m = numbers[:2]
after = [[] for _ in range(n + 1)]
for a, b in zip(numbers[2::2], numbers[3::2]):
    after[a].append(b)
state = [0] * (n + 1)
order = []


def visit(task):
    if state[task] == 1:
        print("IMPOSSIBLE")
        sys.exit()
    if state[task] == 0:
        state[task] = 1
        for other in after[task]:
            visit(other)
        state[task] = 2
        order.append(task)


for task in range(1, n + 1):
    visit(task)
print(*reversed(order))
