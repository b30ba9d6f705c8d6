// Writes one byte more than it may.
#include "hostile.h"

int main(void) {
    static char block[1 << 20];
    memset(block, 'x', sizeof block);
    for (size_t done = 0; done < sizeof block;) {
        ssize_t count = write(1, block + done, sizeof block - done);
        if (count <= 0) return 1;
        done += (size_t)count;
    }
    // The byte that is too much; then time for whoever watches.
    (void)!write(2, "x", 1);
    for (;;) pause();
}
