// Makes the calls that no filter sees, since the kernel puts them into programs itself.
#include "hostile.h"

int main(void) {
    for (long number = 335; number <= 336; number++) {
        pid_t child = fork();
        if (child == 0) _exit(syscall(number) == -1 ? 0 : 1);
        int status = 0;
        waitpid(child, &status, 0);
        bool harmless = status == 0 || (WIFSIGNALED(status) && WTERMSIG(status) == SIGILL);
        say("%ld %s\n", number, harmless ? "harmless" : "REACHED");
    }
}
