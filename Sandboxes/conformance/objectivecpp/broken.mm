int main() {
    int known = 1;
    return known + unknown;
}
