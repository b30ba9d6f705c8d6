// Leaves one file of a megabyte under a thousand names.
#include "hostile.h"

int main(void) {
    static char block[1 << 20];
    int file = open("/box/out/0", O_WRONLY | O_CREAT | O_EXCL, 0600), count = 1;
    if (write(file, block, sizeof block) != (ssize_t)sizeof block) return 1;
    for (char name[64]; count < 1000; count++) {
        snprintf(name, sizeof name, "/box/out/%d", count);
        if (link("/box/out/0", name) != 0) break;
    }
    say("%d\n", count);
}
