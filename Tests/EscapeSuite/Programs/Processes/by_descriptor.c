// Has the kernel send the signal: a pipe's owner is told of input, and the owner is the box's init.
#include "hostile.h"

int main(void) {
    int ends[2];
    if (pipe(ends) != 0) return 1;
    static const int signals[] = {SIGKILL, SIGSTOP, SIGTERM, SIGIO, 0};
    for (unsigned index = 0; index < 5; index++) {
        fcntl(ends[0], F_SETOWN, 1);
        fcntl(ends[0], F_SETSIG, signals[index]);
        fcntl(ends[0], F_SETFL, O_ASYNC | O_NONBLOCK);
        (void)!write(ends[1], "x", 1);
    }
    rest(50);
    say("init goes on\n");
}
