block$ = "x"
while len(block$) < 1048576
    block$ = block$ + block$
wend
dim blocks$(10000)
for i = 1 to 10000
    blocks$(i) = block$ + str$(i)
next
