from concurrent.futures import ThreadPoolExecutor


def total(number):
    return sum(number for _ in range(1000))


with ThreadPoolExecutor(4) as pool:
    print(sum(pool.map(total, range(4))))
