// Hides what it wants in the upper half of a register, which the kernel ignores and a filter may not.
#include "hostile.h"

#include <sched.h>

int main(int count, char **arguments) {
    if (count != 2) return 2;
    if (strcmp(arguments[1], "socket") == 0) tell("socket", syscall(SYS_socket, 1L << 32 | 1, 1, 0));
    if (strcmp(arguments[1], "clone") == 0) {
        long result = syscall(SYS_clone, 1L << 40 | CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0);
        if (result == 0) _exit(0);
        tell("clone", result);
    }
    if (strcmp(arguments[1], "unshare") == 0) tell("unshare", syscall(SYS_unshare, 1L << 40 | CLONE_NEWUSER));
    if (strcmp(arguments[1], "terminal") == 0) tell("terminal", syscall(SYS_ioctl, 0, 1L << 32 | 0x5412, "x"));
}
