// Enters the kernel through the door for 32-bit programs, where the same numbers mean other calls.
#include "hostile.h"

int main(void) {
    long result = 20;  // getpid there, writev here
    __asm__ volatile("int $0x80" : "+a"(result) : : "memory", "r8", "r9", "r10", "r11");
    say("i386 REACHED %ld\n", result);
}
