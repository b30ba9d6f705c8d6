[indent=4]
init
    for var i = 1 to 2
        print "%s", stdin.read_line ()
    print "žluťoučký kůň, καλημέρα, 日本語, 🙂"
