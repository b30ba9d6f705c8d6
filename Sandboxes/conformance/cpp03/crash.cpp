int main() {
    volatile int *nowhere = 0;
    *nowhere = 1;
}
