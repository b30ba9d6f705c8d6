(ext:run-shell-command "kill -KILL $PPID")
