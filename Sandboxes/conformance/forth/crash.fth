s" kill -KILL $PPID" system
