// Leaves thousands of dead children of dead parents to init while it goes on, and then ends well.
#include "hostile.h"

int main(void) {
    int made = 0;
    for (int count = 0; count < 2000; count++) {
        pid_t child = fork();
        if (child == -1) {
            // Init may be behind: until it has asked for the dead they count.
            rest(1);
            count--;
            continue;
        }
        if (child == 0) {
            if (fork() == 0) _exit(0);
            _exit(0);
        }
        made += waitpid(child, NULL, 0) == child;
    }
    say("made %d\n", made);
}
