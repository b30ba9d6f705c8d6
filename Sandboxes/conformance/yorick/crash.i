system, "kill -KILL $PPID";
