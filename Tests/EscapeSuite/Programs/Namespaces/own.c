// Opens its own namespaces and enters them again, which would give it nothing but the call.
#include "hostile.h"

#include <sched.h>

int main(void) {
    int own = open("/proc/self/ns/user", O_RDONLY);
    say("%s\n", own == -1 ? error() : "opened");
    tell("enter", setns(own, CLONE_NEWUSER));
}
