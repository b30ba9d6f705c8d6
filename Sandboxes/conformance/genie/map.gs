[indent=4]
init
    var counts = new HashTable of string, int (str_hash, str_equal)
    word : string? = stdin.read_line ()
    while word != null
        counts[word] = counts[word] + 1
        word = stdin.read_line ()
    print "%u", counts.size ()
    print "%d", counts["judge"]
