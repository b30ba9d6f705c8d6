// Sends descriptors to itself and closes them, to have more than it may: pipes full of bytes that no process holds.
#include "hostile.h"

#include <sys/socket.h>

static int send_descriptor(int socket, int descriptor) {
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int))];
    } control = {.header = {CMSG_LEN(sizeof(int)), SOL_SOCKET, SCM_RIGHTS}};
    memcpy(CMSG_DATA(&control.header), &descriptor, sizeof descriptor);
    struct iovec piece = {"x", 1};
    struct msghdr message = {
        .msg_iov = &piece, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control.space};
    return sendmsg(socket, &message, MSG_DONTWAIT) == 1 ? 0 : -1;
}

int main(void) {
    static char block[1 << 16];
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) != 0) return 1;
    for (int count = 0;; count++) {
        int both[2];
        // A pair for every few pipes, so that no queue is full.
        if (count % 8 == 7) {
            int more[2];
            if (socketpair(AF_UNIX, SOCK_DGRAM, 0, more) != 0) break;
            if (send_descriptor(more[0], ends[0]) != 0 || send_descriptor(more[0], ends[1]) != 0) break;
            close(ends[0]);
            close(ends[1]);
            ends[0] = more[0];
            ends[1] = more[1];
        }
        if (pipe2(both, O_NONBLOCK) != 0) break;
        while (write(both[1], block, sizeof block) > 0) {
        }
        if (send_descriptor(ends[0], both[0]) != 0) break;
        close(both[0]);
        close(both[1]);
    }
    say("refused %s\n", error());
}
