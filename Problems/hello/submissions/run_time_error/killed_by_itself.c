/* SIGKILL of its own making: neither a time limit nor a memory limit. */
#include <signal.h>
#include <stdio.h>

int main(void) {
    puts("Hello, World!");
    fflush(stdout);
    raise(SIGKILL);
    return 0;
}
