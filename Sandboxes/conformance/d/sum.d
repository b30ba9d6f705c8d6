import std.conv, std.stdio, std.string;

void main() {
    const count = readln.chomp.to!int;
    long sum;
    foreach (_; 0 .. count) sum += readln.chomp.to!long;
    writeln(sum);
}
