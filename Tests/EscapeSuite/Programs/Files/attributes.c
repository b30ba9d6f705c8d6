// Gives files attributes: capabilities, trusted ones, lists of who may do what, and some of its own.
#include "hostile.h"

#include <sys/xattr.h>

int main(void) {
    close(open("/tmp/file", O_WRONLY | O_CREAT, 0777));
    static const char *const names[] = {
        "security.capability", "security.selinux", "trusted.escape", "user.escape", "system.posix_acl_access",
    };
    // A program with all capabilities, were the kernel to believe it.
    static const unsigned char all[20] = {1, 0, 0, 2, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0, 0};
    for (unsigned index = 0; index < sizeof names / sizeof *names; index++) {
        tell(names[index], setxattr("/tmp/file", names[index], all, sizeof all, 0));
    }
    tell("of null", setxattr("/dev/null", "user.escape", "x", 1, 0));
    say("there are %zd\n", listxattr("/tmp/file", NULL, 0));
}
