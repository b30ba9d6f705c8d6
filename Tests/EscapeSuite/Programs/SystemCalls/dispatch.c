// Has its own calls handed back to itself before any filter sees them, and makes them from the handler.
#include "hostile.h"

#include <sys/prctl.h>

#ifndef PR_SET_SYSCALL_USER_DISPATCH
#define PR_SET_SYSCALL_USER_DISPATCH 59
#endif

static volatile char selector;
static volatile long answer = 1;

static void handle(int number, siginfo_t *info, void *context) {
    (void)number, (void)info, (void)context;
    selector = 0;
    answer = syscall(SYS_socket, 1, 1, 0) == -1 ? -errno : 0;
}

int main(void) {
    struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO};
    sigaction(SIGSYS, &action, NULL);
    if (prctl(PR_SET_SYSCALL_USER_DISPATCH, 1, 0, 0, &selector) == 0) {
        selector = 1;
        syscall(SYS_getpid);
        selector = 0;
    }
    errno = (int)-answer;
    // 1: a kernel without it never calls the handler.
    say("socket from the handler %s\n", answer == 1 || errno == EACCES ? "refused" : "REACHED");
    tell("socket", syscall(SYS_socket, 1, 1, 0));
}
