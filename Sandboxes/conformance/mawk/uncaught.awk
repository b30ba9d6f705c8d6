BEGIN {
    pattern = "(nobody closes this"
    if ("nobody" ~ pattern) print "yes"
}
