// Sends from one end of a pair to whoever has a name: the canary outside, the journal, a display.
#include "hostile.h"

#include <stddef.h>
#include <sys/socket.h>
#include <sys/un.h>

static void send_to(const char *what, const char *name, size_t length) {
    int ends[2];
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    memcpy(address.sun_path, name, length);
    socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);
    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) != 0) return;
    tell(what, sendto(ends[0], "x", 1, 0, (struct sockaddr *)&address, size));
    struct iovec piece = {"x", 1};
    struct msghdr message = {.msg_name = &address, .msg_namelen = size, .msg_iov = &piece, .msg_iovlen = 1};
    tell(what, sendmsg(ends[0], &message, 0));
    tell(what, connect(ends[0], (struct sockaddr *)&address, size));
    tell(what, bind(ends[0], (struct sockaddr *)&address, size));
    close(ends[0]);
    close(ends[1]);
}

int main(int count, char **arguments) {
    if (count != 2) return 2;
    char canary[128] = "";
    snprintf(canary + 1, sizeof canary - 1, "%s", arguments[1]);
    send_to("canary", canary, 1 + strlen(arguments[1]));
    send_to("journal", "/run/systemd/journal/dev-log", 29);
    send_to("log", "/dev/log", 9);
    send_to("docker", "/var/run/docker.sock", 21);
}
