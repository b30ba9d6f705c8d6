counter = 0
counter += 1 while true
