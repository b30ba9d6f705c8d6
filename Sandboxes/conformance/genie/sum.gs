[indent=4]
init
    var count = int.parse (stdin.read_line ())
    sum : int64 = 0
    for var i = 1 to count
        sum += int64.parse (stdin.read_line ())
    print "%s", sum.to_string ()
