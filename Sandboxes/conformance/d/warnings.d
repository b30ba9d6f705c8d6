import std.stdio;

deprecated void greet() {
    writeln("Hello, World!");
}

void main() {
    greet();
}
