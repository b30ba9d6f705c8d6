// Asks its own namespaces and processes for the way to others: parents, owners, and what lies beside them.
#include "hostile.h"

#include <sys/ioctl.h>

#define NS(number) _IO(0xb7, number)

static void ask(const char *what, int file, unsigned long request) {
    static long space[64];
    long result = ioctl(file, request, space);
    // Which of them a kernel has, and whether it says that it has not, is its own affair.
    say("%s %s\n", what, result == -1 ? "refused" : "REACHED");
}

int main(void) {
    ask("parent of user", open("/proc/self/ns/user", O_RDONLY), NS(2));
    ask("parent of pid", open("/proc/self/ns/pid", O_RDONLY), NS(2));
    ask("owner of user", open("/proc/self/ns/user", O_RDONLY), NS(1));
    ask("next mounts", open("/proc/self/ns/mnt", O_RDONLY), _IOR(0xb7, 11, long[2]));
    ask("previous mounts", open("/proc/self/ns/mnt", O_RDONLY), _IOR(0xb7, 12, long[2]));
    ask("pid outside", open("/proc/self/ns/pid", O_RDONLY), _IOR(0xb7, 6, int));
    int init = (int)syscall(SYS_pidfd_open, 1, 0);
    static const char *const names[] = {"cgroup", "ipc", "mnt", "net", "pid", "pid for children", "time", "time for children",
                                        "user", "uts"};
    for (int number = 1; number <= 10; number++) {
        char what[64];
        snprintf(what, sizeof what, "init's %s", names[number - 1]);
        ask(what, init, _IO(0xff, number));
    }
}
