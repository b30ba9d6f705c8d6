// The same with the warning signal ignored; and a byte far behind the end.
#include "hostile.h"

int main(void) {
    signal(SIGXFSZ, SIG_IGN);
    int file = open("/tmp/sparse", O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (file == -1) return 1;
    tell("truncate", ftruncate(file, 1L << 40));
    tell("write", pwrite(file, "x", 1, 1L << 40));
    tell("allocate", fallocate(file, 0, 0, 1L << 40));
}
