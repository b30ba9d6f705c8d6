// Uses CPU time in short-lived children that nobody waits for, so that it appears in no process's own figures.
#include "hostile.h"

int main(void) {
    signal(SIGCHLD, SIG_IGN);
    for (;;) {
        if (fork() == 0) {
            for (volatile unsigned count = 0; count < 3000000; count++) {
            }
            _exit(0);
        }
    }
}
