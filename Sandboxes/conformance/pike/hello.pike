int main() {
    write("Hello, World!\n");
}
