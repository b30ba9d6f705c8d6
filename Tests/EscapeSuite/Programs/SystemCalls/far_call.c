// Changes into 32-bit code by a far return and enters the kernel from there.
#include "hostile.h"

int main(void) {
    // mov eax, 20; int 0x80; hlt
    static const unsigned char code[] = {0xb8, 20, 0, 0, 0, 0xcd, 0x80, 0xf4};
    char *low = mmap(NULL, 8192, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
    if (low == MAP_FAILED) return 1;
    memcpy(low, code, sizeof code);
    __asm__ volatile(
        "mov %0, %%rsp\n\t"
        "pushq $0x23\n\t"
        "pushq %1\n\t"
        "lretq"
        :
        : "r"(low + 8192), "r"((unsigned long)low)
        : "memory");
    say("REACHED\n");
}
