/* SIGSEGV after the right answer. */
#include <stdio.h>

int main(void) {
    puts("Hello, World!");
    fflush(stdout);
    volatile int *volatile nowhere = NULL;
    *nowhere = 1;
    return 0;
}
