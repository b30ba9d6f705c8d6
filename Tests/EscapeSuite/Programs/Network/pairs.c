// Wants pairs of sockets of every family: one end of each would be a socket.
#include "hostile.h"

#include <sys/socket.h>

int main(void) {
    int refused = 0, pairs = 0;
    for (int family = 0; family <= 45; family++) {
        for (int kind = 1; kind <= 10; kind++) {
            int ends[2];
            if (socketpair(family, kind, 0, ends) == 0) {
                if (family == AF_UNIX) pairs++;
                else say("family %d REACHED\n", family);
                close(ends[0]);
                close(ends[1]);
            } else if (family != AF_UNIX && errno == EACCES) {
                refused++;
            } else if (family != AF_UNIX) {
                say("family %d %s\n", family, error());
            }
        }
    }
    // Streams, datagrams, raw ones (which are datagrams) and packets.
    say("refused EACCES %d, pairs %d\n", refused, pairs);
}
