# Walks along the trail until it goes down: too many questions.
n, _ = map(int, input().split())
last = -1
for mark in range(1, n + 1):
    print("?", mark, flush=True)
    height = int(input())
    if height < last:
        print("!", mark - 1, flush=True)
        break
    last = height
else:
    print("!", n, flush=True)
