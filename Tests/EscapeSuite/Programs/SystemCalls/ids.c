// Wants to be somebody else.
#include "hostile.h"

#include <grp.h>

int main(void) {
    gid_t group = 0;
    tell("setuid 0", syscall(SYS_setuid, 0));
    tell("setgid 0", syscall(SYS_setgid, 0));
    tell("setreuid 0", syscall(SYS_setreuid, 0, 0));
    tell("setresuid 0", syscall(SYS_setresuid, 0, 0, 0));
    tell("setresgid 0", syscall(SYS_setresgid, 0, 0, 0));
    tell("setgroups", syscall(SYS_setgroups, 1, &group));
    tell("setuid 65534", syscall(SYS_setuid, 65534));
    tell("chown", (close(open("/tmp/file", O_WRONLY | O_CREAT, 0600)), chown("/tmp/file", 0, 0)));
    say("uid %d %d gid %d %d groups %d\n", getuid(), geteuid(), getgid(), getegid(), getgroups(0, NULL));
}
