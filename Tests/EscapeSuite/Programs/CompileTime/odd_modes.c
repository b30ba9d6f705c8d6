// Leaves one file with the mode that is the argument, such as one with the set-user-id bit or one nobody may read.
#include "hostile.h"

int main(int count, char **arguments) {
    if (count != 2) return 2;
    int file = open("/box/out/program", O_WRONLY | O_CREAT | O_EXCL, 0700);
    bool written = write(file, "x", 1) == 1;
    say("%d %d\n", written, fchmod(file, (mode_t)strtol(arguments[1], NULL, 8)));
}
