from threading import Lock, Thread

lock = Lock()
total = 0


def add(number):
    global total
    for _ in xrange(1000):
        with lock:
            total += number


tasks = [Thread(target=add, args=(number,)) for number in range(4)]
for task in tasks:
    task.start()
for task in tasks:
    task.join()
print total
