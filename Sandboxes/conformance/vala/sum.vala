void main () {
    int count = int.parse (stdin.read_line ());
    int64 sum = 0;
    for (int i = 0; i < count; i++) sum += int64.parse (stdin.read_line ());
    print ("%s\n", sum.to_string ());
}
