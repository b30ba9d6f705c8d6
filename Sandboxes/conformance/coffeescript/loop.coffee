counter = 0
counter++ while true
