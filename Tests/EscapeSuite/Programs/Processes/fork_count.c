// Forks sleeping children until one is refused.
#include "hostile.h"

int main(void) {
    for (int count = 1;; count++) {
        pid_t child = fork();
        if (child == 0) {
            for (;;) pause();
        }
        if (child == -1) {
            say("refused %s at %d\n", error(), count);
            return 0;
        }
    }
}
