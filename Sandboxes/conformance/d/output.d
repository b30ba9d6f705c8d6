import std.range, std.stdio;

void main() {
    foreach (_; 0 .. 100_000) writeln('x'.repeat(99));
}
