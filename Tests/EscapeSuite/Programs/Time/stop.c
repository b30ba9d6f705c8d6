// Stops itself; a stopped process uses no time and handles no signal.
#include "hostile.h"

#include <sys/prctl.h>

int main(void) {
    prctl(PR_SET_NAME, "in-position");
    kill(getpid(), SIGSTOP);
    say("REACHED\n");
}
