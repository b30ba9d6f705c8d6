// Lends its memory to a child that never gives it back: a parent that waits so cannot be interrupted.
#include "hostile.h"

int main(void) {
    if (vfork() == 0) {
        for (;;) syscall(SYS_pause);
    }
    say("REACHED\n");
}
