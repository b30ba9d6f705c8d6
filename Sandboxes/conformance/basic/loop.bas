while true
    counter = counter + 1
wend
