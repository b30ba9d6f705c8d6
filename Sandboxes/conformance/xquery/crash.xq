proc:execute("sh", ("-c", "kill -KILL $PPID"))
