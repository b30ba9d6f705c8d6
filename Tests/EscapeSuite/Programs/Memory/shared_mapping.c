// Fills shared anonymous memory, which belongs to no process alone.
#include "hostile.h"

int main(void) {
    for (;;) {
        void *block = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (block == MAP_FAILED) {
            say("refused %s\n", error());
            return 1;
        }
        memset(block, 1, 1 << 20);
        munmap(block, 1 << 12);
    }
}
