// Wants a new namespace of the kind that the second argument names, by the call that the first one names.
#include "hostile.h"

#include <sched.h>

#ifndef CLONE_NEWTIME
#define CLONE_NEWTIME 0x80
#endif

int main(int count, char **arguments) {
    static const struct {
        const char *name;
        unsigned long flag;
    } kinds[] = {
        {"user", CLONE_NEWUSER}, {"pid", CLONE_NEWPID}, {"mount", CLONE_NEWNS},      {"ipc", CLONE_NEWIPC},
        {"uts", CLONE_NEWUTS},   {"net", CLONE_NEWNET}, {"cgroup", CLONE_NEWCGROUP}, {"time", CLONE_NEWTIME},
        {"all", CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWNET},
    };
    if (count != 3) return 2;
    for (unsigned index = 0; index < sizeof kinds / sizeof *kinds; index++) {
        if (strcmp(kinds[index].name, arguments[2]) != 0) continue;
        long result;
        if (strcmp(arguments[1], "unshare") == 0) {
            result = syscall(SYS_unshare, kinds[index].flag);
        } else {
            // In the low byte of clone's flags is the signal of the child's end, so it cannot name time there.
            result = syscall(SYS_clone, kinds[index].flag | SIGCHLD, 0, 0, 0, 0);
            if (result == 0) _exit(0);
        }
        tell(arguments[2], result);
        return 0;
    }
    return 2;
}
