line = "x" * 99
for _ in xrange(100000):
    print line
