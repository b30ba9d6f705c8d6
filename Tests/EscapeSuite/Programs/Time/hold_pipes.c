// Writes a line, leaves its output to a child in another session, and sleeps: both hold the pipes when time is up.
#include "hostile.h"

int main(void) {
    say("before\n");
    if (fork() == 0) {
        setsid();
        fcntl(1, F_SETPIPE_SZ, 1 << 20);
        for (;;) pause();
    }
    for (;;) pause();
}
