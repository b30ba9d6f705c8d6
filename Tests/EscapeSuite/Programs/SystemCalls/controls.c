// Uses prctl for what it must not have; what is harmless to others is allowed to work.
#include "hostile.h"

#include <sys/prctl.h>

int main(void) {
    tell("seccomp off", prctl(PR_SET_SECCOMP, 0));
    tell("new privileges", prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0));
    tell("bounding set", prctl(PR_CAPBSET_DROP, 21, 0, 0, 0));
    tell("memory map", prctl(PR_SET_MM, 6, 0x10000, 0, 0));
    say("dumpable %d\n", prctl(PR_GET_DUMPABLE));
    say("no new privileges %d\n", prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
}
