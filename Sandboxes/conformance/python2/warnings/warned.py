def greet():
    from os import *
    print "Hello, World!"


greet()
