// Reserves a terabyte of address space without touching it: no memory at all, and no reason to be stopped.
#include "hostile.h"

int main(void) {
    void *block = mmap(NULL, 1L << 40, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (block == MAP_FAILED) {
        say("refused %s\n", error());
    } else {
        say("reserved\n");
    }
}
