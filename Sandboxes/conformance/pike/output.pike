int main() {
    string line = "x" * 99 + "\n";
    for (int i = 0; i < 100000; i++) write(line);
}
