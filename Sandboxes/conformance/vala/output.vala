void main () {
    var line = string.nfill (99, 'x') + "\n";
    for (int i = 0; i < 100000; i++) stdout.puts (line);
}
