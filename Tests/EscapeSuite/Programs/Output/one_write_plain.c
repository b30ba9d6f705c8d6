// Writes four gigabytes by the one call of write.
#include "hostile.h"

int main(void) {
    char *nothing = mmap(NULL, 4L << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (nothing == MAP_FAILED) return 1;
    return write(1, nothing, 4UL << 30) == (ssize_t)(4L << 30);
}
