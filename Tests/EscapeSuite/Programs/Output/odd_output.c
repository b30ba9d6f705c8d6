// Makes its output odd for the reader: not blocking, of another size, and full before it goes on.
#include "hostile.h"

int main(void) {
    static char block[1 << 12];
    memset(block, 'x', sizeof block);
    block[sizeof block - 1] = '\n';
    fcntl(1, F_SETPIPE_SZ, 4096);
    fcntl(1, F_SETFL, O_NONBLOCK | O_APPEND | O_ASYNC);
    for (int count = 0; count < 16;) {
        ssize_t done = write(1, block, sizeof block);
        if (done == (ssize_t)sizeof block) {
            count++;
        } else if (done != -1 || errno != EAGAIN) {
            return 1;
        }
    }
}
