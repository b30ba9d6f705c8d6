while not eof(0)
    line input "" line$
    count = count + 1
wend
print count
print line$
