# ValueError at the first number that is not an integer.
import sys

print(sum(int(word) for word in sys.stdin.read().split()[1:]))
