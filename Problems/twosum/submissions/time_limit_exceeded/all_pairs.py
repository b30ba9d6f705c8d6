# 200 million pairs.
import sys

n, total, *numbers = map(int, sys.stdin.read().split())
for i in range(n):
    for j in range(i + 1, n):
        if numbers[i] + numbers[j] == total:
            print(i + 1, j + 1)
            sys.exit()
print("IMPOSSIBLE")
