// Says over a pair of sockets that it is somebody else.
#include "hostile.h"

#include <sys/socket.h>

static void forge(const char *what, struct ucred who) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) != 0) return;
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof who)];
    } control = {.header = {CMSG_LEN(sizeof who), SOL_SOCKET, SCM_CREDENTIALS}};
    memcpy(CMSG_DATA(&control.header), &who, sizeof who);
    struct iovec piece = {"x", 1};
    struct msghdr message = {
        .msg_iov = &piece, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control.space};
    tell(what, sendmsg(ends[0], &message, 0));
}

int main(void) {
    forge("init", (struct ucred){1, 1000, 1000});
    forge("root", (struct ucred){getpid(), 0, 0});
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return 1;
    int large = 1 << 30, mark = 1;
    tell("buffer", setsockopt(ends[0], SOL_SOCKET, SO_SNDBUFFORCE, &large, sizeof large));
    tell("mark", setsockopt(ends[0], SOL_SOCKET, SO_MARK, &mark, sizeof mark));
    tell("debug", setsockopt(ends[0], SOL_SOCKET, SO_DEBUG, &mark, sizeof mark));
    tell("filter", setsockopt(ends[0], SOL_SOCKET, SO_ATTACH_FILTER, &mark, sizeof mark));
}
