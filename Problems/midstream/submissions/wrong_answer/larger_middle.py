# Takes the larger one of two middle numbers.
import bisect

input()
ordered, total = [], 0
for number in map(int, input().split()):
    bisect.insort(ordered, number)
    total += ordered[len(ordered) // 2]
print(total)
