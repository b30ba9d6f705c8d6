// Makes the box's init run last, so that nobody cleans up: by policy, by processor, by priority.
#include "hostile.h"

#include <sched.h>
#include <sys/resource.h>

int main(void) {
    struct sched_param none = {0};
    cpu_set_t first;
    CPU_ZERO(&first);
    CPU_SET(0, &first);
    tell("idle", syscall(SYS_sched_setscheduler, 1, SCHED_IDLE, &none));
    tell("parameters", syscall(SYS_sched_setparam, 1, &none));
    cpu_set_t before, after;
    CPU_ZERO(&before);
    CPU_ZERO(&after);
    // Said to be done, since some complain when it is not.
    syscall(SYS_sched_getaffinity, 1, sizeof before, &before);
    syscall(SYS_sched_setaffinity, 1, sizeof first, &first);
    syscall(SYS_sched_getaffinity, 1, sizeof after, &after);
    say("processors %s\n", CPU_EQUAL(&before, &after) ? "unchanged" : "REACHED");
    tell("nice", setpriority(PRIO_PROCESS, 1, 19));
    struct {
        unsigned size, policy;
        unsigned long flags;
        int nice;
        unsigned priority;
        unsigned long runtime, deadline, period;
    } deadline = {48, 6, 0, 0, 0, 10000000, 30000000, 30000000};
    tell("deadline", syscall(SYS_sched_setattr, 0, &deadline, 0));
    deadline.policy = SCHED_IDLE;
    tell("attributes", syscall(SYS_sched_setattr, 1, &deadline, 0));
}
