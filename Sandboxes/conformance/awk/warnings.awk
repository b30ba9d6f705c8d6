BEGIN {
    name = "World"
    print "Hello\, " name "!"
}
