// Makes a forbidden call and interrupts itself in it by signals, so that the call is taken back before it is seen.
#include "hostile.h"

#include <sys/mount.h>
#include <sys/time.h>

static void nothing(int number) {
    (void)number;
}

int main(void) {
    signal(SIGALRM, nothing);
    struct itimerval often = {{0, 50}, {0, 50}};
    setitimer(ITIMER_REAL, &often, NULL);
    for (;;) {
        if (mount("none", "/tmp", "tmpfs", 0, NULL) == 0) say("REACHED\n");
    }
}
