// Has all processors stop for it, again and again.
#include "hostile.h"

int main(void) {
    // Register for the quick kind; then both kinds in turn.
    syscall(SYS_membarrier, 16, 0, 0);
    syscall(SYS_membarrier, 4, 0, 0);
    if (fork() == 0) {
        for (;;) syscall(SYS_membarrier, 1, 0, 0);
    }
    for (;;) {
        syscall(SYS_membarrier, 8, 0, 0);
        syscall(SYS_membarrier, 2, 0, 0);
    }
}
