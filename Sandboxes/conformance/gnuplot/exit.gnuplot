exit status 3
