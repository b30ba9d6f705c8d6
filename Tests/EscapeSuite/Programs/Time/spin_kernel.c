// Uses CPU time inside the kernel.
#include "hostile.h"

int main(void) {
    static char buffer[1 << 16];
    int zero = open("/dev/zero", O_RDONLY);
    if (zero == -1) return 1;
    while (read(zero, buffer, sizeof buffer) > 0) {
    }
}
