import std.stdio;

void main() {
    int[string] counts;
    foreach (word; stdin.byLineCopy) counts[word]++;
    writeln(counts.length);
    writeln(counts["judge"]);
}
