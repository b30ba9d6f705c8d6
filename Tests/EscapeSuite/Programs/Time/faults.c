// Gives its memory back and takes it again, page by page: time that no instruction of its own takes.
#include "hostile.h"

int main(void) {
    char *block = mmap(NULL, 8 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (;;) {
        for (size_t at = 0; at < 8 << 20; at += 4096) block[at] = 1;
        madvise(block, 8 << 20, MADV_DONTNEED);
    }
}
