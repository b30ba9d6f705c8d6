// Writes more into one file than a run may write at all.
#include "hostile.h"

int main(void) {
    static char block[1 << 16];
    int file = open("/tmp/large", O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (file == -1) return 1;
    while (write(file, block, sizeof block) > 0) {
    }
    say("REACHED %s\n", error());
}
