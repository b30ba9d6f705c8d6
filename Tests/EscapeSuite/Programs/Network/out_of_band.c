// Sends and receives a byte out of band over a pair of local sockets: a kernel before Linux 6.16 frees it while it is in use.
#include "hostile.h"

#include <sys/socket.h>

int main(void) {
    int ends[2];
    char byte = 'x';
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == -1) return 1;
    tell("send", send(ends[0], &byte, 1, MSG_OOB));
    tell("send with others", send(ends[0], &byte, 1, MSG_OOB | MSG_DONTWAIT | MSG_NOSIGNAL));
    tell("receive", recv(ends[1], &byte, 1, MSG_OOB));
    tell("peek", recv(ends[1], &byte, 1, MSG_OOB | MSG_PEEK | MSG_DONTWAIT));
    struct iovec part = {&byte, 1};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    tell("send message", sendmsg(ends[0], &message, MSG_OOB));
    tell("receive message", recvmsg(ends[1], &message, MSG_OOB));
    say("in band %zd\n", send(ends[0], &byte, 1, MSG_NOSIGNAL));
}
