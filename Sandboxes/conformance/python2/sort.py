import sys

numbers = map(int, sys.stdin.read().split())
for value in sorted(numbers[1:]):
    print value
