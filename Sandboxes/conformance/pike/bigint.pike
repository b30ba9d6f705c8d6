int main() {
    write("%d\n", `*(@enumerate(50, 1, 1)));
}
