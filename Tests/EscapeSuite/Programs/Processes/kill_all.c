// Kills everybody it can: outside a box as root that would be everybody.
#include "hostile.h"

int main(void) {
    for (int count = 0; count < 3; count++) {
        if (fork() == 0) {
            for (;;) pause();
        }
    }
    int result = kill(-1, SIGKILL);
    int gone = 0, status;
    while (wait(&status) > 0) gone += WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    say("kill %s, gone %d\n", result == 0 ? "worked" : error(), gone);
}
