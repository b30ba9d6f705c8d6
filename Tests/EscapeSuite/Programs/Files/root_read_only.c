// Wants to make files in every directory of the root that is not private.
#include "hostile.h"

int main(void) {
    static const char *const names[] = {"/new", "/dev/new", "/box/new", "/etc/new", "/usr/new", "/proc/new"};
    for (unsigned index = 0; index < sizeof names / sizeof *names; index++) {
        tell(names[index], open(names[index], O_WRONLY | O_CREAT, 0600));
    }
    tell("directory", mkdir("/new", 0700));
    tell("rename tmp", rename("/tmp", "/new"));
    tell("remove tmp", rmdir("/tmp"));
    tell("null", chmod("/dev/null", 0600));
    tell("null's name", unlink("/dev/null"));
}
