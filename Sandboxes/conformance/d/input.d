import std.stdio;

void main() {
    int count;
    string last;
    foreach (line; stdin.byLineCopy) {
        count++;
        last = line;
    }
    writeln(count);
    writeln(last);
}
