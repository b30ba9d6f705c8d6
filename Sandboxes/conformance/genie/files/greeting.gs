[indent=4]
def greet (name : string)
    print "Hello, %s!", name
