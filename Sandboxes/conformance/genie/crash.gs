[indent=4]
init
    Process.abort ()
