// Becomes the one who inherits orphans in place of init, and leaves them to nobody.
#include "hostile.h"

#include <sys/prctl.h>

int main(void) {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    int orphans = 0;
    for (int count = 0; count < 5; count++) {
        pid_t child = fork();
        if (child == 0) {
            if (fork() == 0) {
                setsid();
                prctl(PR_SET_PDEATHSIG, 0);
                for (;;) pause();
            }
            _exit(0);
        }
        waitpid(child, NULL, 0);
        orphans++;
    }
    say("orphans %d of %d\n", orphans, getpid());
}
