// Fills /tmp, removes the names and keeps the files open: what is deleted still counts.
#include "hostile.h"

int main(void) {
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    long total = 0;
    for (;;) {
        int file = open("/tmp/file", O_WRONLY | O_CREAT | O_EXCL, 0600);
        unlink("/tmp/file");
        ssize_t done = file == -1 ? -1 : write(file, block, sizeof block);
        if (done == -1) {
            say("refused %s after %ld KiB\n", error(), total >> 10);
            return 0;
        }
        total += done;
    }
}
