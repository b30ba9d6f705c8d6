void main() {
    int known = 1;
    int half = known + unknown;
}
