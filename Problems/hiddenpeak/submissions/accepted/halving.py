# Between two neighbours it goes up; on the higher side there must be a peak.
def height(mark):
    print("?", mark, flush=True)
    return int(input())


n, _ = map(int, input().split())
low, high = 1, n
while low < high:
    middle = (low + high) // 2
    if height(middle) < height(middle + 1):
        low = middle + 1
    else:
        high = middle
print("!", low, flush=True)
