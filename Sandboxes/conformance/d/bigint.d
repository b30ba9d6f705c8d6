import std.bigint, std.stdio;

void main() {
    BigInt factorial = 1;
    foreach (i; 2 .. 51) factorial *= i;
    writeln(factorial);
}
