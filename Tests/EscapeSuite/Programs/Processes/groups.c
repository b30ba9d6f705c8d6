// Joins the groups and sessions of others, and takes the terminal that they have.
#include "hostile.h"

#include <sys/ioctl.h>

int main(void) {
    tell("group of init", setpgid(0, 1));
    tell("group of nobody", setpgid(0, 0x7ffffff));
    tell("group for init", setpgid(1, 1));
    tell("session", setsid());
    tell("foreground", tcsetpgrp(0, 1));
    pid_t group = 1;
    tell("by number", ioctl(0, TIOCSPGRP, &group));
    tell("nobody's session", getsid(0x7ffffff));
}
