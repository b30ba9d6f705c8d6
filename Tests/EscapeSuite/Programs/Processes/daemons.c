// Leaves ten daemons behind that ignore every signal, hold the output open and look like somebody else.
#include "hostile.h"

#include <sys/prctl.h>

static void be_a_daemon(void) {
    setsid();
    for (int signal_number = 1; signal_number < 65; signal_number++) signal(signal_number, SIG_IGN);
    prctl(PR_SET_NAME, "assay-jailer");
    for (;;) rest(1000);
}

int main(void) {
    int count = 0;
    while (count < 10) {
        pid_t child = fork();
        if (child == -1) break;
        if (child == 0) be_a_daemon();
        count++;
    }
    say("left %d\n", count);
    return 3;
}
