// Nests what waits for others that wait, and watches everything from everywhere: memory and time of the kernel's.
#include "hostile.h"

#include <sys/epoll.h>

int main(void) {
    int last = epoll_create1(0), depth = 0;
    for (; depth < 64; depth++) {
        int next = epoll_create1(0);
        struct epoll_event event = {.events = EPOLLIN};
        if (next == -1 || epoll_ctl(next, EPOLL_CTL_ADD, last, &event) == -1) break;
        last = next;
    }
    say("depth refused %s\n", error());
    int self = epoll_create1(0);
    struct epoll_event event = {.events = EPOLLIN};
    tell("itself", epoll_ctl(self, EPOLL_CTL_ADD, self, &event));
}
