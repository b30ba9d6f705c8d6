import os

kill -KILL @(os.getpid())
