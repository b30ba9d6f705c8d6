void main () {
    for (int i = 0; i < 2; i++) print ("%s\n", stdin.read_line ());
    print ("žluťoučký kůň, καλημέρα, 日本語, 🙂\n");
}
