BEGIN {
    known = 1
    half = known / ) 2
    print half
}
