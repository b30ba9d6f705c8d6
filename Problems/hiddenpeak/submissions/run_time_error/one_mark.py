# Compares the first two marks before anything else; a single mark has no neighbour.
n, q = map(int, input().split())
heights = [0] * n


def height(mark):
    if not heights[mark - 1]:
        print("?", mark, flush=True)
        heights[mark - 1] = 1 + int(input())
    return heights[mark - 1]


low, high = (1, 1) if height(1) > height(2) else (2, n)
while low < high:
    middle = (low + high) // 2
    if height(middle) < height(middle + 1):
        low = middle + 1
    else:
        high = middle
print("!", low, flush=True)
