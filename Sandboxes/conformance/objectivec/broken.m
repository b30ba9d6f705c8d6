int main(void) {
    int known = 1;
    return known + unknown;
}
