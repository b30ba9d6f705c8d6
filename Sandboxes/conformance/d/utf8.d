import std.stdio;

void main() {
    foreach (_; 0 .. 2) write(readln);
    writeln("žluťoučký kůň, καλημέρα, 日本語, 🙂");
}
