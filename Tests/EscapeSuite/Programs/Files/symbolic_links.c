// Points symbolic links out of the box and follows them.
#include "hostile.h"

static void follow(const char *target) {
    unlink("/tmp/link");
    if (symlink(target, "/tmp/link") == -1) {
        say("link refused %s\n", error());
        return;
    }
    tell(target, open("/tmp/link", O_RDONLY));
}

int main(void) {
    follow("/etc/shadow");
    follow("../../../../../../etc/shadow");
    follow("/proc/1/root/etc/shadow");
    follow("/proc/1/cwd/etc/shadow");
    follow("/proc/self/root/../../etc/shadow");
    follow("/proc/self/cwd/../../../etc/shadow");
    follow("/tmp/link");
}
