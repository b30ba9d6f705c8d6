// Kills the box's init with every signal there is, and goes on if the box does.
#include "hostile.h"

int main(void) {
    int reached = 0;
    for (int number = 1; number < 65; number++) reached += kill(1, number) == 0;
    for (int number = 1; number < 65; number++) reached += kill(getppid(), number) == 0;
    for (int number = 1; number < 65; number++) reached += syscall(SYS_tgkill, 1, 1, number) == 0;
    int init = (int)syscall(SYS_pidfd_open, 1, 0);
    for (int number = 1; number < 65; number++) reached += syscall(SYS_pidfd_send_signal, init, number, NULL, 0) == 0;
    rest(50);
    say("init goes on\n");
    return reached < 0;
}
