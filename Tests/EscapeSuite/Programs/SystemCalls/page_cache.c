// Asks what the kernel has read or looked up for others, by reading without waiting.
#include "hostile.h"

#include <linux/openat2.h>
#include <sys/uio.h>

#ifndef RESOLVE_CACHED
#define RESOLVE_CACHED 0x20
#endif

int main(int count, char **arguments) {
    (void)count;
    int file = open(arguments[0], O_RDONLY);
    if (file == -1) return 2;
    struct open_how how = {.flags = O_RDONLY, .resolve = RESOLVE_CACHED};
    tell("openat2", syscall(SYS_openat2, AT_FDCWD, "/etc/no-such-message", &how, sizeof how));
    char text[64];
    struct iovec piece = {text, sizeof text};
    say("plain %zd\n", preadv2(file, &piece, 1, 0, 0));
    tell("preadv2", preadv2(file, &piece, 1, 0, RWF_NOWAIT));
    tell("pwritev2", pwritev2(file, &piece, 1, 0, RWF_NOWAIT));
}
