# Ignores every signal and never ends, at its own end neither.
import atexit
import signal

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass


@atexit.register
def spin():
    while True:
        pass
