// Has the assembler fill a terabyte.
__asm__(".data\n.fill 1099511627776, 1, 1\n.text");
int main(void) {
    return 0;
}
