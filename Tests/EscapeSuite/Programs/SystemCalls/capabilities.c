// Wants capabilities, by every way there is to them.
#include "hostile.h"

#include <linux/capability.h>
#include <sys/prctl.h>

int main(void) {
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct all[2] = {{~0U, ~0U, ~0U}, {0x1ff, 0x1ff, 0x1ff}};
    tell("capset", syscall(SYS_capset, &header, all));
    tell("ambient", prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_SYS_ADMIN, 0, 0));
    long kept = prctl(PR_SET_KEEPCAPS, 1) == 0 && setuid(0) == 0 ? 0 : -1;
    // Whether uid 0 is forbidden or not there at all is a matter of the sandbox's mode, and of another program.
    if (kept == -1 && errno == EINVAL) errno = EPERM;
    tell("keep", kept);
    tell("new privileges", prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0));
    tell("securebits", prctl(PR_SET_SECUREBITS, 0));
}
