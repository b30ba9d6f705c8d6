[indent=4]
def fail () raises Error
    raise new IOError.FAILED ("nobody catches this")

init
    fail ()
