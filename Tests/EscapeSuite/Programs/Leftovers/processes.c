// Ends with as many processes as it may have, each of them busy, stopped, dead or asleep.
#include "hostile.h"

int main(void) {
    int made = 0;
    for (int count = 0;; count++) {
        pid_t child = fork();
        if (child == -1) break;
        if (child == 0) {
            setsid();
            if (count % 4 == 0) _exit(0);
            if (count % 4 == 1) kill(getpid(), SIGSTOP);
            while (count % 4 == 2) {
            }
            for (;;) pause();
        }
        made++;
    }
    say("made %d\n", made);
}
