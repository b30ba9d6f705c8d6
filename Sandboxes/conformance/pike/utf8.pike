int main() {
    for (int i = 0; i < 2; i++) write("%s\n", Stdio.stdin.gets());
    write("žluťoučký kůň, καλημέρα, 日本語, 🙂\n");
}
