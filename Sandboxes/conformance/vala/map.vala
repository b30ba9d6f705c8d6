void main () {
    var counts = new HashTable<string, int> (str_hash, str_equal);
    string? word;
    while ((word = stdin.read_line ()) != null) counts[word] = counts[word] + 1;
    print ("%u\n%d\n", counts.size (), counts["judge"]);
}
