// Stops itself; a stopped process uses no time and handles no signal.
#include "hostile.h"

int main(void) {
    kill(getpid(), SIGSTOP);
    say("REACHED\n");
}
