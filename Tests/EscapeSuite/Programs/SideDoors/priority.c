// Wants to be scheduled before everybody else.
#include "hostile.h"

#include <sched.h>
#include <sys/resource.h>

int main(void) {
    struct sched_param first = {.sched_priority = 99};
    int before = getpriority(PRIO_PROCESS, 0);
    tell("nice", setpriority(PRIO_PROCESS, 0, -20));
    tell("restore", before > 0 ? setpriority(PRIO_PROCESS, 0, before - 1) : -1);
    tell("fifo", syscall(SYS_sched_setscheduler, 0, SCHED_FIFO, &first));
    tell("round robin", syscall(SYS_sched_setscheduler, 0, SCHED_RR, &first));
    tell("init's nice", setpriority(PRIO_PROCESS, 1, 19));
    tell("io", syscall(SYS_ioprio_set, 1, 0, 1 << 13));
    say("behind supervision %s\n", before > 0 ? "yes" : "no");
}
