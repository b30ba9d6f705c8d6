// Leaves a million files.
#include "hostile.h"

int main(void) {
    int count = 0;
    for (char name[64]; count < 1000000; count++) {
        snprintf(name, sizeof name, "/box/out/%d", count);
        if (mknod(name, S_IFIFO | 0600, 0) != 0) break;
    }
    say("%s after %d\n", error(), count);
}
