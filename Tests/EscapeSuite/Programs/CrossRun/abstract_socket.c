// Listens under a name that is in no file system, and looks whether somebody else does.
#include "hostile.h"

#include <sys/socket.h>
#include <sys/un.h>

int main(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "\0assay"};
    int meeting = socket(AF_UNIX, SOCK_STREAM, 0);
    if (meeting == -1) {
        say("refused %s\n", error());
        return 0;
    }
    tell("meet", connect(meeting, (struct sockaddr *)&address, sizeof address));
    tell("listen", bind(meeting, (struct sockaddr *)&address, sizeof address));
}
