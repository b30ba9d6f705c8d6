# The logarithm of a number tells its highest bit; that of zero is an error.
from math import log2

input()
base = [0] * 61
for number in map(int, input().split()):
    while base[int(log2(number))] not in (0, number):
        number ^= base[int(log2(number))]
    base[int(log2(number))] = number
shown = 0
for number in reversed(base):
    shown = max(shown, shown ^ number)
print(shown)
