// Leaves a file of ten gigabytes that holds nothing.
#include "hostile.h"

int main(void) {
    signal(SIGXFSZ, SIG_IGN);
    int file = open("/box/out/program", O_WRONLY | O_CREAT | O_EXCL, 0700);
    say("%s\n", ftruncate(file, 10L << 30) == 0 ? "made" : error());
}
