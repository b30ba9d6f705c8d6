[indent=4]
init
    var unused = 1
    print "Hello, World!"
