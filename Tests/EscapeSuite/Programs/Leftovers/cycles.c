// Sends the ends of pairs through each other and closes them: sockets that only each other know.
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
    int made = 0;
    for (int count = 0; count < 20; count++) {
        int one[2], other[2];
        if (socketpair(AF_UNIX, SOCK_DGRAM, 0, one) != 0 || socketpair(AF_UNIX, SOCK_DGRAM, 0, other) != 0) break;
        int sent = send_descriptor(one[0], other[1]) + send_descriptor(other[0], one[1]) + send_descriptor(one[0], one[1]);
        made += sent == 0;
        for (int end = 0; end < 2; end++) {
            close(one[end]);
            close(other[end]);
        }
    }
    say("made %d\n", made);
}
