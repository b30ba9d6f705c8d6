// Leaves a file that is larger than may be taken, and holds nothing.
#include "hostile.h"

int main(void) {
    int file = open("/box/out/program", O_WRONLY | O_CREAT | O_EXCL, 0700);
    say("%d\n", ftruncate(file, 64 << 20));
}
