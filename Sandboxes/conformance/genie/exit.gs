[indent=4]
init
    Process.exit (3)
