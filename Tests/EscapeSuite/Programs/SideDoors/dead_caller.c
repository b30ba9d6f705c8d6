// Kills the thread that waits in a forbidden call before anybody has seen it, and goes on.
#include "hostile.h"

#include <sys/mount.h>

int main(void) {
    for (int count = 0; count < 50; count++) {
        pid_t child = fork();
        if (child == 0) {
            if (mount("none", "/tmp", "tmpfs", 0, NULL) == 0) say("REACHED\n");
            _exit(0);
        }
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
    }
    for (;;) {
        if (mount("none", "/tmp", "tmpfs", 0, NULL) == 0) say("REACHED\n");
    }
}
