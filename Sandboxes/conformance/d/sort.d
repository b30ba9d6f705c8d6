import std.algorithm, std.conv, std.stdio, std.string;

void main() {
    auto values = new int[readln.chomp.to!size_t];
    foreach (ref value; values) value = readln.chomp.to!int;
    foreach (value; values.sort) writeln(value);
}
