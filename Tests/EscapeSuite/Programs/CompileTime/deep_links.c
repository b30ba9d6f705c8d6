// Leaves forty directories, each of which has a link to the one above it, and one to itself.
#include "hostile.h"

int main(void) {
    if (chdir("/box/out") != 0) return 1;
    int made = 0;
    for (; made < 40; made++) {
        if (symlink("..", "up") != 0 || symlink("self", "self") != 0) break;
        if (mkdir("d", 0700) != 0 || chdir("d") != 0) break;
    }
    say("%d\n", made);
}
