int main() {
    volatile unsigned counter = 0;
    for (;;) counter = counter + 1;
}
