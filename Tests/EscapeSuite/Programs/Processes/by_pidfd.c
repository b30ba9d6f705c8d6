// Reaches for the box's init by descriptors of processes, which survive any change of numbers.
#include "hostile.h"

#include <poll.h>

#define P_PIDFD 3

int main(void) {
    int init = (int)syscall(SYS_pidfd_open, 1, 0);
    for (int number = 1; number < 65; number++) (void)syscall(SYS_pidfd_send_signal, init, number, NULL, 0);
    for (unsigned flags = 1; flags <= 4; flags <<= 1) (void)syscall(SYS_pidfd_send_signal, init, SIGKILL, NULL, flags);
    siginfo_t info;
    tell("wait", waitid(P_PIDFD, (id_t)init, &info, WEXITED | WNOHANG));
    struct pollfd end = {init, POLLIN, 0};
    say("init %s\n", poll(&end, 1, 50) == 0 ? "goes on" : "REACHED");
    tell("descriptor", syscall(SYS_pidfd_getfd, init, 0, 0));
}
