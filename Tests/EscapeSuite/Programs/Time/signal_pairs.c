// Two processes that wake each other by signals, neither of which ever runs for long.
#include "hostile.h"

static void nothing(int number) {
    (void)number;
}

int main(void) {
    signal(SIGUSR1, nothing);
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, SIGUSR1);
    sigprocmask(SIG_BLOCK, &one, NULL);
    pid_t other = fork();
    if (other == 0) other = getppid();
    for (int number;;) {
        kill(other, SIGUSR1);
        sigwait(&one, &number);
    }
}
