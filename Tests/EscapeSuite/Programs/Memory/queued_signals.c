// Queues signals to itself that it never takes: memory of the kernel's, and a number that users have.
#include "hostile.h"

int main(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    for (int count = 0;; count++) {
        union sigval value = {.sival_int = count};
        if (sigqueue(getpid(), SIGRTMIN, value) == -1) {
            say("refused %s at %d\n", error(), count);
            return 0;
        }
    }
}
