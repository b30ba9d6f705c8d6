// Fills the buffers of as many pairs of sockets as it may have: memory of the kernel's.
#include "hostile.h"

#include <sys/socket.h>

int main(void) {
    static char block[1 << 16];
    for (int number = 0; number < 400; number++) {
        int ends[2], large = 1 << 24;
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends) == -1) {
            say("refused %s\n", error());
            return 0;
        }
        setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &large, sizeof large);
        while (write(ends[0], block, sizeof block) > 0) {
        }
        setsockopt(ends[1], SOL_SOCKET, SO_SNDBUF, &large, sizeof large);
        while (write(ends[1], block, sizeof block) > 0) {
        }
    }
    say("filled\n");
}
