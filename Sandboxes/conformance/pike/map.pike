int main() {
    mapping(string:int) counts = ([]);
    foreach (Stdio.stdin.line_iterator(); ; string word) counts[word]++;
    write("%d\n%d\n", sizeof(counts), counts["judge"]);
}
