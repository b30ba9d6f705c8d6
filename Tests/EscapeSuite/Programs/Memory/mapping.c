// Maps anonymous memory, populated at once, without end.
#include "hostile.h"

int main(void) {
    for (;;) {
        void *block = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
        if (block == MAP_FAILED) {
            say("refused %s\n", error());
            return 1;
        }
        memset(block, 1, 1 << 20);
    }
}
