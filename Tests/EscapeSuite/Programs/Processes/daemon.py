# Becomes a daemon that holds the output open, ignores every signal, and goes on when the first process has ended.
import os
import signal
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in range(1, 65):
            try:
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                pass
        while True:
            time.sleep(0.01)
            os.write(1, b"REACHED\n") if os.getppid() == 0 else None
    os._exit(0)
os.wait()
print("main done")
