[indent=4]
init
    var line = string.nfill (99, 'x')
    for var i = 1 to 100000
        print "%s", line
