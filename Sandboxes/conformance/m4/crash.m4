syscmd(`kill -KILL $PPID')
