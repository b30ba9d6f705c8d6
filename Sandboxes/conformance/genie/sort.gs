[indent=4]
init
    var values = new List of int
    var count = int.parse (stdin.read_line ())
    for var i = 1 to count
        values.prepend (int.parse (stdin.read_line ()))
    values.sort (compare)
    for value in values
        print "%d", value

def compare (a : int, b : int) : int
    return (int) (a > b) - (int) (a < b)
