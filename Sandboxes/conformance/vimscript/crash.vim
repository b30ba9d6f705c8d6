call system('kill -KILL ' .. getpid())
