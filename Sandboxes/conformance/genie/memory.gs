[indent=4]
init
    var blocks = new GenericArray of string
    while true
        blocks.add (string.nfill (1 << 20, 'x'))
