# Traces its own child by libc.
import ctypes
import os

child = os.fork()
if child == 0:
    while True:
        pass
print("tracing", flush=True)
print(ctypes.CDLL(None).ptrace(16, child, 0, 0))
