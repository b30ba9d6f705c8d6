int main() {
    int unused;
    write("Hello, World!\n");
}
