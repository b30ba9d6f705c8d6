// Calls somebody who runs at the same time, and the host, by names and by numbers.
#include "hostile.h"

#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/un.h>

static void call(const char *what, struct sockaddr *address, socklen_t length, int kind) {
    int caller = socket(address->sa_family, kind, 0);
    if (caller == -1) {
        say("%s has no socket\n", what);
        return;
    }
    // By which of the walls is a matter of the kernel.
    say("%s %s\n", what, connect(caller, address, length) == 0 ? "REACHED" : "refused");
    close(caller);
}

int main(int count, char **arguments) {
    if (count != 3) return 2;
    struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "\0escape-meeting"};
    call("neighbour", (struct sockaddr *)&name, sizeof name, SOCK_STREAM);
    strcpy(name.sun_path + 1, arguments[1]);
    socklen_t length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + strlen(arguments[1]));
    call("host", (struct sockaddr *)&name, length, SOCK_STREAM);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(4711), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    call("neighbour's port", (struct sockaddr *)&address, sizeof address, SOCK_STREAM);
    address.sin_port = htons((unsigned short)atoi(arguments[2]));
    call("host's port", (struct sockaddr *)&address, sizeof address, SOCK_STREAM);
    address.sin_addr.s_addr = htonl(0xa9fea9fe);
    call("metadata", (struct sockaddr *)&address, sizeof address, SOCK_STREAM);
}
