#include "CMicrohttpd.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

int http_is_unanswered(int socket) {
    struct tcp_info info = {0};
    socklen_t size = sizeof info;
    if (getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0) { return 0; }
    // Linux 4.19 was the first to count what was sent.
    if (size < offsetof(struct tcp_info, tcpi_bytes_sent) + sizeof info.tcpi_bytes_sent) { return 0; }
    // The other side's end counts as a byte. Nothing of ours has ended it: until it has, the state is "established" (1).
    const unsigned end = info.tcpi_state == 1 ? 0 : 1;
    return info.tcpi_bytes_received > end && info.tcpi_bytes_sent == 0;
}
