// Makes timers until one more is refused: memory of the kernel's.
#include "hostile.h"

#include <time.h>

int main(void) {
    for (int count = 0;; count++) {
        struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGRTMIN};
        timer_t timer;
        if (timer_create(CLOCK_MONOTONIC, &event, &timer) == -1) {
            say("refused %s at %d\n", error(), count);
            return 0;
        }
    }
}
