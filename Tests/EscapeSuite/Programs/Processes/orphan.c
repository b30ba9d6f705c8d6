// A grandchild in a session of its own waits for the main program's end and then goes on.
#include "hostile.h"

int main(void) {
    int ends[2];
    if (pipe(ends) != 0) return 1;
    pid_t child = fork();
    if (child == 0) {
        setsid();
        if (fork() != 0) _exit(0);
        close(ends[1]);
        char byte;
        while (read(ends[0], &byte, 1) > 0) {
        }
        rest(300);
        say("REACHED\n");
        for (;;) pause();
    }
    waitpid(child, NULL, 0);
    say("main done\n");
}
