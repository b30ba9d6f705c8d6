[indent=4]
init
    print unknown
