// Counts network devices and wants to set one up, through the end of a pair.
#include "hostile.h"

#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

int main(void) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return 1;
    int devices = 0;
    for (int index = 1; index < 1024; index++) {
        struct ifreq request = {.ifr_ifindex = index};
        if (ioctl(ends[0], SIOCGIFNAME, &request) != 0) continue;
        // Some kernels have tunnels that lead nowhere in every namespace.
        devices += ioctl(ends[0], SIOCGIFFLAGS, &request) == 0 && request.ifr_flags & IFF_UP;
    }
    say("devices that are up %d\n", devices);
    struct ifreq request = {.ifr_name = "lo"};
    say("lo is %s\n", ioctl(ends[0], SIOCGIFFLAGS, &request) == 0 && request.ifr_flags & IFF_UP ? "up REACHED" : "down");
    request.ifr_flags = IFF_UP;
    tell("up", ioctl(ends[0], SIOCSIFFLAGS, &request));
    strcpy(request.ifr_name, "escape0");
    tell("new name", ioctl(ends[0], SIOCSIFNAME, &request));
    tell("bridge", ioctl(ends[0], 0x89a0, "escape0"));
    tell("network's namespace", ioctl(ends[0], 0x894c));
}
