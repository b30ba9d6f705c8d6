# Kills everybody it can, by number and all at once, and looks who is left.
import os
import signal

children = []
for _ in range(3):
    child = os.fork()
    if child == 0:
        signal.pause()
    children.append(child)
os.kill(-1, signal.SIGKILL)
gone = sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -9 for child in children)
reached = 0
for number in list(range(1, 100)) + [os.getppid()]:
    if number == os.getpid():
        continue
    try:
        os.kill(number, signal.SIGKILL)
        reached += number != 1
    except OSError:
        pass
print("gone", gone, "reached", reached, "parent", os.getppid())
