[indent=4]
init
    greet ("World")
