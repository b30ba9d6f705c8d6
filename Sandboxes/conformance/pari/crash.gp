system("kill -KILL $PPID");
