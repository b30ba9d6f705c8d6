#include "share/atspre_staload.hats"

%{^
#include <arpa/inet.h>
#include <sys/socket.h>

static int dial(void *host, int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    inet_pton(AF_INET, host, &address.sin_addr);
    return connect(socket(AF_INET, SOCK_STREAM, 0), (struct sockaddr *)&address, sizeof address);
}
%}

extern fun dial (host: string, port: int): int = "ext#dial"

implement main0 () = if dial ("192.0.2.1", 80) != 0 then println! ("no network")
