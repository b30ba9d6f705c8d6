// Reads the host's secrets by every path that comes to mind.
#include "hostile.h"

int main(void) {
    static const char *const names[] = {
        "/etc/shadow",
        "/box/../../../../etc/shadow",
        "/dev/../etc/shadow",
        "/tmp/../../etc/shadow",
        "/proc/self/root/etc/shadow",
        "/proc/self/root/../etc/shadow",
        "/proc/self/cwd/../etc/shadow",
        "/proc/1/root/etc/shadow",
        "/proc/1/cwd/../etc/shadow",
        "/proc/2/root/etc/shadow",
    };
    for (unsigned index = 0; index < sizeof names / sizeof *names; index++) {
        tell(names[index], open(names[index], O_RDONLY));
    }
}
