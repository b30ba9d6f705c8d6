// Has the kernel signal others: by owners of descriptors, of timers and of messages.
#include "hostile.h"

#include <mqueue.h>
#include <sys/socket.h>
#include <time.h>

struct owner {
    int type, pid;
};

int main(void) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return 1;
    // The kinds are: a thread, a process, a group.
    for (int type = 0; type < 3; type++) {
        struct owner init = {type, 1};
        fcntl(ends[0], 15 /* F_SETOWN_EX */, &init);
        fcntl(ends[0], F_SETSIG, SIGKILL);
        fcntl(ends[0], F_SETFL, O_ASYNC | O_NONBLOCK);
        (void)!write(ends[1], "x", 1);
    }
    struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGKILL};
    event._sigev_un._tid = 1;
    timer_t timer;
    // The raw call: libc would look for a thread of its own.
    tell("timer", syscall(SYS_timer_create, CLOCK_MONOTONIC, &event, &timer));
    // Of init's own processor time, which is no secret: only the signal must be the caller's.
    event = (struct sigevent){.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGKILL};
    event._sigev_un._tid = 1;
    tell("timer on init's clock", syscall(SYS_timer_create, ~1 * 8 | 2, &event, &timer));
    tell("message", syscall(SYS_mq_notify, 0, &event));
    siginfo_t info = {.si_code = SI_USER};
    tell("forged", syscall(SYS_rt_sigqueueinfo, 1, SIGUSR1, &info));
    info.si_code = SI_KERNEL;
    tell("of the kernel", syscall(SYS_rt_tgsigqueueinfo, 1, 1, SIGKILL, &info));
    rest(50);
    say("init goes on\n");
}
