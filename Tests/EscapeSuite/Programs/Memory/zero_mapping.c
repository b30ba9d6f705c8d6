// Fills shared mappings of /dev/zero, a second way to shared memory.
#include "hostile.h"

int main(void) {
    int zero = open("/dev/zero", O_RDWR);
    if (zero == -1) return 1;
    for (;;) {
        void *block = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_SHARED, zero, 0);
        if (block == MAP_FAILED) {
            say("refused %s\n", error());
            return 1;
        }
        memset(block, 1, 1 << 20);
    }
}
