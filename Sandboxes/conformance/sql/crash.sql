.shell kill -SEGV $PPID
