// A child made with CLONE_PARENT is a child of the box's init, and ends before the main program with another code.
#include "hostile.h"

#include <sched.h>

int main(void) {
    long sibling = syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
    if (sibling == 0) _exit(7);
    rest(100);
    say("main done\n");
}
