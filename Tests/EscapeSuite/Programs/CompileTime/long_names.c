// Leaves names as long as the kernel lets them be, three deep.
#include "hostile.h"

int main(void) {
    char name[256];
    memset(name, 'n', 255);
    name[255] = 0;
    if (chdir("/box/out") != 0) return 1;
    for (int depth = 0; depth < 8; depth++) {
        if (mkdir(name, 0700) != 0 || chdir(name) != 0) return 1;
    }
    say("%d\n", open(name, O_WRONLY | O_CREAT, 0600) != -1);
}
