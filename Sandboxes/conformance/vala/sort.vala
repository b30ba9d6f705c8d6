void main () {
    var values = new List<int> ();
    int count = int.parse (stdin.read_line ());
    for (int i = 0; i < count; i++) values.prepend (int.parse (stdin.read_line ()));
    values.sort ((a, b) => (a > b ? 1 : 0) - (a < b ? 1 : 0));
    foreach (int value in values) print ("%d\n", value);
}
