// Fills the buffers of as many pipes as it may have: memory of the kernel's.
#include "hostile.h"

int main(void) {
    static char block[1 << 16];
    for (long count = 0;; count++) {
        int ends[2];
        if (pipe2(ends, O_NONBLOCK) == -1) {
            say("refused %s after %ld\n", error(), count);
            return 0;
        }
        fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
        while (write(ends[1], block, sizeof block) > 0) {
        }
    }
}
