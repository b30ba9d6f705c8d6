for i = 1 to 99
    line$ = line$ + "x"
next
for i = 1 to 100000
    print line$
next
