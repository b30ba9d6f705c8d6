// Leaves a hundred thousand files.
#include "hostile.h"

int main(void) {
    int count = 0;
    for (char name[64]; count < 100000; count++) {
        snprintf(name, sizeof name, "/box/out/%d", count);
        int file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);
        if (file == -1) break;
        close(file);
    }
    say("%d\n", count);
}
