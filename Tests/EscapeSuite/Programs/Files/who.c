// Says who it is.
#include "hostile.h"

int main(void) {
    say("uid %d %d gid %d %d\n", getuid(), geteuid(), getgid(), getegid());
}
