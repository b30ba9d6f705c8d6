(load-option 'synchronous-subprocess)
(run-shell-command "kill -KILL $PPID")
