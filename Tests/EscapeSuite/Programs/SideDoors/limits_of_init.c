// Lowers the limits of the box's init, so that it can do nothing more.
#include "hostile.h"

#include <sys/resource.h>

int main(void) {
    struct rlimit none = {0, 0};
    tell("files", syscall(SYS_prlimit64, 1, RLIMIT_NOFILE, &none, NULL));
    tell("look", syscall(SYS_prlimit64, 1, RLIMIT_NOFILE, NULL, &none));
    tell("parent", syscall(SYS_prlimit64, getppid(), RLIMIT_CPU, &none, NULL));
}
