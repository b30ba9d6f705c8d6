// Leaves few files with names that are as long as can be, and more together than an answer can carry.
#include "hostile.h"

int main(void) {
    int count = 0;
    for (char name[512]; count < 1000; count++) {
        snprintf(name, sizeof name, "/box/out/%0250d", count);
        int file = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);
        if (file == -1) break;
        close(file);
    }
    say("%d\n", count);
}
