def total(line):
    """The sum of the integers on `line`."""
    return sum(int(word) for word in line.split())
