// Many small processes, each with a little memory; whoever is killed is replaced.
#include "hostile.h"

int main(void) {
    for (;;) {
        pid_t child = fork();
        if (child == 0) {
            // Volatile, so that the compiler does not find out that nobody reads it.
            volatile char *block = malloc(8 << 20);
            for (size_t at = 0; block && at < 8 << 20; at += 4096) block[at] = 1;
            for (;;) pause();
        }
        if (child == -1) waitpid(-1, NULL, 0);
    }
}
