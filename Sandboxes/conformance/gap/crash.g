Exec("kill -SEGV $PPID");
