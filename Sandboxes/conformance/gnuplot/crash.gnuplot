system('kill -SEGV $PPID')
