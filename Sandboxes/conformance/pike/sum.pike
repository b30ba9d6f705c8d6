int main() {
    array(string) words = Stdio.stdin.read() / "\n";
    int count = (int) words[0];
    write("%d\n", Array.sum((array(int)) words[1..count]));
}
