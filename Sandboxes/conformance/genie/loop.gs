[indent=4]
init
    var counter = 0
    while true
        AtomicInt.inc (ref counter)
