// Holds on to nothing, and takes all that it may: processes, processors and memory, while somebody else runs.
#include "hostile.h"

#include <sys/prctl.h>

int main(void) {
    prctl(PR_SET_NAME, "in-position");
    for (int count = 0; count < 12; count++) {
        if (fork() == 0) {
            static char block[3 << 20];
            for (;;) {
                memset(block, count, sizeof block);
                kill(-1, SIGCONT);
                sync();
            }
        }
    }
    for (;;) pause();
}
