// Fills the private file system that is named as the argument with one file each of a megabyte.
#include "hostile.h"

int main(int count, char **arguments) {
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    if (count != 2) return 2;
    long total = 0;
    for (int number = 0;; number++) {
        char name[256];
        snprintf(name, sizeof name, "%s/%d", arguments[1], number);
        int file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);
        ssize_t done = file == -1 ? -1 : write(file, block, sizeof block);
        if (done == -1) {
            say("refused %s after %ld KiB\n", error(), total >> 10);
            return 0;
        }
        total += done;
        close(file);
    }
}
