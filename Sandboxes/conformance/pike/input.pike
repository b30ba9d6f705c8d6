int main() {
    int count;
    string last;
    foreach (Stdio.stdin.line_iterator(); ; string line) {
        count++;
        last = line;
    }
    write("%d\n%s\n", count, last);
}
