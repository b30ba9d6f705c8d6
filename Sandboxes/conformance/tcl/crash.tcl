exec kill -KILL [pid]
