system("kill -KILL $PPID")
