name=`print World`
print "Hello, $name!"
