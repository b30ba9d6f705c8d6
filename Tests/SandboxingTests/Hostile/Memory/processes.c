// Many small processes, each with a little memory; whoever is killed is replaced.
#include "hostile.h"

int main(void) {
    for (;;) {
        pid_t child = fork();
        if (child == 0) {
            char *block = malloc(8 << 20);
            if (block) memset(block, 1, 8 << 20);
            for (;;) pause();
        }
        if (child == -1) waitpid(-1, NULL, 0);
    }
}
