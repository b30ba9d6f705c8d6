import sys

count, *values = map(int, sys.stdin.read().split())
for value in sorted(values):
    print(value)
