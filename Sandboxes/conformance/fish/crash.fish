kill -SEGV $fish_pid
