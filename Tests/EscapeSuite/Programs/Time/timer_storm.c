// Is interrupted by timers as fast as the kernel can, and makes as many more as it may.
#include "hostile.h"

#include <sys/time.h>

static void count_signal(int number) {
    (void)number;
}

int main(void) {
    signal(SIGALRM, count_signal);
    signal(SIGVTALRM, count_signal);
    signal(SIGPROF, count_signal);
    struct itimerval often = {{0, 1}, {0, 1}};
    setitimer(ITIMER_REAL, &often, NULL);
    setitimer(ITIMER_VIRTUAL, &often, NULL);
    setitimer(ITIMER_PROF, &often, NULL);
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM};
    struct itimerspec soon = {{0, 1000}, {0, 1000}};
    for (;;) {
        timer_t timer;
        if (timer_create(CLOCK_MONOTONIC, &event, &timer) == 0) timer_settime(timer, 0, &soon, NULL);
    }
}
