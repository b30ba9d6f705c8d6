// Spins as the last of all, on one processor, in a class that counts as idle.
#include "hostile.h"

#include <sched.h>
#include <sys/resource.h>

int main(void) {
    struct sched_param none = {0};
    cpu_set_t first;
    CPU_ZERO(&first);
    CPU_SET(0, &first);
    syscall(SYS_sched_setaffinity, 0, sizeof first, &first);
    sched_setscheduler(0, SCHED_IDLE, &none);
    setpriority(PRIO_PROCESS, 0, 19);
    for (volatile unsigned long count = 0;; count++) {
    }
}
