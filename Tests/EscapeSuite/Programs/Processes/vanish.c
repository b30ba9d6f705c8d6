// The main program kills itself while its children are still at work.
#include "hostile.h"

int main(void) {
    for (int count = 0; count < 5; count++) {
        if (fork() == 0) {
            for (volatile unsigned long number = 0;; number++) {
            }
        }
    }
    say("left 5\n");
    kill(getpid(), SIGKILL);
}
