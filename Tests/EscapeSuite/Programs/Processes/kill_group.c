// Kills its process group, in which the jailer must not be.
#include "hostile.h"

int main(void) {
    // A group that is not of this box would be number 0 here, and the signal would go to the judge itself.
    if (getpgrp() == 0 || getsid(0) == 0) {
        say("REACHED\n");
        return 1;
    }
    say("own group\n");
    kill(0, SIGKILL);
}
