// A moving target: a process that has forked ends, so that whoever looks for it finds it gone.
#include "hostile.h"

int main(void) {
    if (fork() == 0) {
        setsid();
        for (;;) {
            if (fork() > 0) _exit(0);
        }
    }
    for (;;) pause();
}
