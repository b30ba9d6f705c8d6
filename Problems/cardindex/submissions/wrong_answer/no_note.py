# Leaves an empty note: then there are too many cards to look at.
task, n, *rest = input().split()
if task == "day":
    print("note 0", flush=True)
else:
    input()
    for _ in range(int(rest[1])):
        wanted = int(input())
        low, high, found = 1, int(n), 0
        while low <= high and not found:
            middle = (low + high) // 2
            print("?", middle, flush=True)
            number = int(input())
            if number == wanted:
                found = middle
            elif number < wanted:
                low = middle + 1
            else:
                high = middle - 1
        print("!", found, flush=True)
