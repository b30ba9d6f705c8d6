void main () {
    int count = 0;
    string last = "";
    string? line;
    while ((line = stdin.read_line ()) != null) {
        count++;
        last = line;
    }
    print ("%d\n%s\n", count, last);
}
