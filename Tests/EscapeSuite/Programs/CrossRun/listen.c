// Listens under a name that is in no file system, and on the loopback device, while somebody else runs.
#include "hostile.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>

int main(void) {
    struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "\0escape-meeting"};
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(4711)};
    struct pollfd both[2] = {{socket(AF_UNIX, SOCK_STREAM, 0), POLLIN, 0}, {socket(AF_INET, SOCK_STREAM, 0), POLLIN, 0}};
    bool listens = bind(both[0].fd, (struct sockaddr *)&name, sizeof name) == 0 && listen(both[0].fd, 5) == 0;
    say("listening %s\n", listens ? "by name" : error());
    // Where Landlock is, it refuses this; without it there is nobody in this network.
    if (bind(both[1].fd, (struct sockaddr *)&address, sizeof address) != 0 || listen(both[1].fd, 5) != 0) both[1].fd = -1;
    prctl(PR_SET_NAME, "in-position");
    for (;;) {
        if (poll(both, 2, -1) <= 0) continue;
        for (int index = 0; index < 2; index++) {
            if (both[index].revents && accept(both[index].fd, NULL, NULL) != -1) say("CALLED\n");
        }
    }
}
