// A moving target: a process that has forked ends, so that whoever looks for it finds it gone.
#include "hostile.h"

#include <sys/prctl.h>

int main(void) {
    int ends[2];
    if (pipe(ends) != 0) return 1;
    if (fork() == 0) {
        setsid();
        for (unsigned long link = 0;; link++) {
            if (fork() > 0) _exit(0);
            if (link == 20 && write(ends[1], "", 1) != 1) _exit(1);
        }
    }
    // The first one stays, and says when the others are on their way.
    char byte;
    if (read(ends[0], &byte, 1) == 1) prctl(PR_SET_NAME, "in-position");
    for (;;) pause();
}
