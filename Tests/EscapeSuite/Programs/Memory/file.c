// Fills a file in the private file system that is named as the argument; its pages are memory.
#include "hostile.h"

int main(int count, char **arguments) {
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    if (count != 2) return 2;
    int file = open(arguments[1], O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (file == -1) {
        say("open refused %s\n", error());
        return 1;
    }
    for (long total = 0;;) {
        ssize_t done = write(file, block, sizeof block);
        if (done <= 0) {
            say("refused %s after %ld KiB\n", error(), total >> 10);
            return 1;
        }
        total += done;
    }
}
