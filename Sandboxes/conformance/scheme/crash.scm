(kill (getpid) SIGKILL)
