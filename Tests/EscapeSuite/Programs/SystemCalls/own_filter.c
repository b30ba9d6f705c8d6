// Adds a filter of its own that allows everything; the strictest filter must still decide.
#include "hostile.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>

int main(int count, char **arguments) {
    struct sock_filter allow[] = {BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    struct sock_fprog program = {1, allow};
    if (count != 2) return 2;
    if (strcmp(arguments[1], "prctl") == 0) {
        say("prctl %s\n", prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 ? "added" : error());
    } else if (strcmp(arguments[1], "seccomp") == 0) {
        say("seccomp %s\n", syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0 ? "added" : error());
    } else {
        // A listener would answer the calls that the jailer waits for.
        tell("listener", syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program));
    }
    tell("socket", syscall(SYS_socket, 1, 1, 0));
}
