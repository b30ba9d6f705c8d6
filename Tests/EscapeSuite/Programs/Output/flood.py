# Writes without end, from threads, to both ways out.
import os
import threading


def flood(number):
    while True:
        os.write(number, b"x" * 65536)


for number in (1, 2, 1):
    threading.Thread(target=flood, args=(number,)).start()
