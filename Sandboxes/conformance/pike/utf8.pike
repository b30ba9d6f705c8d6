int main() {
    for (int i = 0; i < 2; i++) write("%s\n", Stdio.stdin.gets());
    write(string_to_utf8("žluťoučký kůň, καλημέρα, 日本語, 🙂\n"));
}
