int main() {
    array(string) words = Stdio.stdin.read() / "\n";
    array(int) values = sort((array(int)) words[1..(int) words[0]]);
    write("%{%d\n%}", values);
}
