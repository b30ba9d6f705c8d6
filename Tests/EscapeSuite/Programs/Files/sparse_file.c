// Makes a file of a terabyte that holds nothing.
#include "hostile.h"

int main(void) {
    int file = open("/tmp/sparse", O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (file == -1) return 1;
    tell("truncate", ftruncate(file, 1L << 40));
}
