[indent=4]
init
    var count = 0
    last : string = ""
    line : string? = stdin.read_line ()
    while line != null
        count++
        last = line
        line = stdin.read_line ()
    print "%d", count
    print "%s", last
