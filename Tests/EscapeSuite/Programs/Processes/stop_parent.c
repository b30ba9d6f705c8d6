// Stops its parent, so that nobody reaps it or looks at the clock.
#include "hostile.h"

int main(void) {
    kill(getppid(), SIGSTOP);
    kill(getppid(), SIGTSTP);
    kill(1, SIGSTOP);
    rest(50);
    say("parent goes on\n");
}
