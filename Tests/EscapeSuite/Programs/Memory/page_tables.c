// Reads one byte in every two megabytes of address space: the pages are the kernel's one zero page, the tables are not.
#include "hostile.h"

int main(void) {
    unsigned long sum = 0;
    for (;;) {
        volatile char *block = mmap(NULL, 1L << 36, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (block == MAP_FAILED) {
            say("refused %s %lu\n", error(), sum);
            return 1;
        }
        madvise((void *)block, 1L << 36, MADV_NOHUGEPAGE);
        for (long offset = 0; offset < 1L << 36; offset += 1 << 21) sum += (unsigned long)block[offset];
    }
}
