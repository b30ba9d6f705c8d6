// Ignores and blocks every signal that can be, and spins.
#include "hostile.h"

#include <sys/prctl.h>

int main(void) {
    for (int number = 1; number < 65; number++) signal(number, SIG_IGN);
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    prctl(PR_SET_NAME, "in-position");
    for (volatile unsigned long count = 0;; count++) {
    }
}
