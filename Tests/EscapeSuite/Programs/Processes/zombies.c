// Fills the process table with dead children that nobody waits for.
#include "hostile.h"

int main(void) {
    for (int count = 1;; count++) {
        pid_t child = fork();
        if (child == 0) _exit(0);
        if (child == -1) {
            say("refused %s at %d\n", error(), count);
            return 0;
        }
    }
}
