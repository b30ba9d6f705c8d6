# The product of a prime for each letter is a good key, but an index into an array it is not.
import sys

PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101]

_, *words = sys.stdin.read().split()
groups = [[] for _ in range(100_000)]
order = []
for word in words:
    key = 1
    for letter in word:
        key *= PRIMES[ord(letter) - ord("a")]
    if not groups[key]:
        order.append(key)
    groups[key].append(word)
largest = max((groups[key] for key in order), key=len)
print(len(order), len(largest), largest[0])
