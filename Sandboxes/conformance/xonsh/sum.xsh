import sys

count, *values = map(int, sys.stdin.buffer.read().split())
print(sum(values[:count]))
