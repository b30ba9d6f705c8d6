from multiprocessing.pool import ThreadPool


def total(number):
    return sum(number for _ in range(1000))


print sum(ThreadPool(4).map(total, range(4)))
