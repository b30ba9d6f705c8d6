// Calls into the page that old kernels had at the end of memory, which is no system call and yet enters the kernel.
#include "hostile.h"

static void *const page[] = {(void *)0xffffffffff600000, (void *)0xffffffffff600400, (void *)0xffffffffff600800};

int main(void) {
    for (unsigned index = 0; index < 3; index++) {
        pid_t child = fork();
        if (child == 0) {
            long now[2] = {0, 0};
            ((long (*)(void *, void *, void *))page[index])(index == 1 ? NULL : now, NULL, NULL);
            _exit(0);
        }
        int status = 0;
        waitpid(child, &status, 0);
        // A kernel without the page ends the child; one with it answers what every program may ask.
        bool harmless = WIFEXITED(status) || (WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV);
        say("%u %s\n", index, harmless ? "harmless" : "REACHED");
    }
}
