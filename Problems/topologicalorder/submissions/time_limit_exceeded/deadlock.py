# Waits for itself: next to no CPU time, and no end.
import threading

lock = threading.Lock()
lock.acquire()
lock.acquire()
print("IMPOSSIBLE")
