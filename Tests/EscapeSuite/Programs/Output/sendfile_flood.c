// Has the kernel copy a file that holds nothing into its output for ever.
#include "hostile.h"

#include <sys/sendfile.h>

int main(void) {
    int file = memfd_create("nothing", 0);
    if (ftruncate(file, 512 << 10) != 0) return 1;
    for (;;) {
        off_t from = 0;
        if (sendfile(1, file, &from, 512 << 10) <= 0) return 1;
    }
}
