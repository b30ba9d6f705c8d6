[indent=4]
init
    print "Hello, World!"
