int main() {
    int known = 1;
    write("%d\n", known + unknown);
}
