# Takes memory without end, and whatever is refused again.
held = []
while True:
    try:
        held.append(bytearray(1 << 20))
    except MemoryError:
        pass
