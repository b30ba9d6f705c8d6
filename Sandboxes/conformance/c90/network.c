#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

int main(void) {
    struct sockaddr_in address;
    int wire = socket(AF_INET, SOCK_STREAM, 0);
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons(80);
    inet_pton(AF_INET, "192.0.2.1", &address.sin_addr);
    if (wire < 0 || connect(wire, (struct sockaddr *)&address, sizeof address) != 0) puts("no network");
    return 0;
}
