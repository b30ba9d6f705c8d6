// Holds as many megabytes as the argument says, and does not end.
#include "hostile.h"

int main(int count, char **arguments) {
    if (count != 2) return 2;
    size_t size = (size_t)atoi(arguments[1]) << 20;
    char *memory = malloc(size);
    if (!memory) return 3;
    memset(memory, 1, size);
    // Nobody reads it, and the compiler would leave it out.
    __asm__ volatile("" : : "r"(memory) : "memory");
    say("held %s\n", arguments[1]);
    for (;;) pause();
}
