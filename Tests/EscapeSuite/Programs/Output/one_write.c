// Writes four gigabytes at once, out of pages that hold nothing and cost nothing.
#include "hostile.h"

#include <sys/uio.h>

int main(void) {
    char *nothing = mmap(NULL, 4L << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (nothing == MAP_FAILED) return 1;
    struct iovec pieces[4];
    for (int index = 0; index < 4; index++) pieces[index] = (struct iovec){nothing + ((long)index << 30), 1UL << 30};
    for (;;) {
        if (writev(1, pieces, 4) <= 0) return 1;
    }
}
